package dev.threadstone.reference.builtins;

import dev.threadstone.reference.errors.StopIteration;
import dev.threadstone.reference.platform.Operation;

/** Goes over a list as it is. Without a GIL, reading the place and taking what is there are two steps. */
final class ListIterator<E> implements PyIterator<E> {

    private final Steps steps;
    private final PyList<E> list;
    private final boolean whole;
    private volatile int place;

    ListIterator(Steps steps, PyList<E> list) {
        this.steps = steps;
        this.list = list;
        this.whole = steps.interpreter().gil().isEnabled();
    }

    @Override
    public E next() {
        if (!whole) {
            steps.interpreter().begin(this, Operation.WRITE);
        }
        int read = place;
        return steps.read(list, () -> take(whole ? place : read));
    }

    private E take(int here) {
        place = here + 1;
        if (here >= list.length()) {
            throw new StopIteration();
        }
        return list.at(here);
    }
}
