package dev.threadstone.reference.platform;

import org.jspecify.annotations.Nullable;

/** The threads that could run next, in the order of their ids, and what each is about to do. */
public interface Candidates {

    int size();

    /** The id of the thread at this position. */
    long thread(int position);

    /** The position of the thread that has run up to now, or -1 if it cannot go on. */
    int current();

    /** The number of the shared object that the thread is about to use, or 0 if it is at no scheduling point. */
    int object(int position);

    /** What the thread is about to do with that object, or null if it is at no scheduling point. */
    @Nullable Operation operation(int position);
}
