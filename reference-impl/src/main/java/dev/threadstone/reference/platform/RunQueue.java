package dev.threadstone.reference.platform;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The runnable threads of a simulation, in the order of their ids. */
final class RunQueue implements Candidates {

    private @Nullable SimulatedThread[] threads = new @Nullable SimulatedThread[8];
    private int size;
    private @Nullable SimulatedThread lastPicked;

    void add(SimulatedThread thread) {
        if (size == threads.length) {
            threads = Arrays.copyOf(threads, 2 * size);
        }
        int place = size++;
        while (place > 0 && at(place - 1).id() > thread.id()) {
            threads[place] = threads[place - 1];
            place--;
        }
        threads[place] = thread;
    }

    void remove(SimulatedThread thread) {
        int place = positionOf(thread);
        System.arraycopy(threads, place + 1, threads, place, size - place - 1);
        threads[--size] = null;
    }

    SimulatedThread pick(int position) {
        if (position < 0 || position >= size) {
            throw new IllegalStateException(
                    "the strategy picked candidate " + position + ", but they are 0 to " + (size - 1));
        }
        SimulatedThread picked = at(position);
        lastPicked = picked;
        return picked;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public long thread(int position) {
        return at(position).id();
    }

    @Override
    public int current() {
        return lastPicked == null ? -1 : positionOf(lastPicked);
    }

    @Override
    public int object(int position) {
        return at(position).nextObject();
    }

    @Override
    public @Nullable Operation operation(int position) {
        return at(position).nextOperation();
    }

    private int positionOf(SimulatedThread thread) {
        for (int i = 0; i < size; i++) {
            if (threads[i] == thread) {
                return i;
            }
        }
        return -1;
    }

    private SimulatedThread at(int position) {
        SimulatedThread thread = threads[position];
        if (thread == null) {
            throw new IndexOutOfBoundsException("there is no candidate " + position + "; there are " + size);
        }
        return thread;
    }
}
