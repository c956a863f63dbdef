package dev.threadstone.reference.builtins;

/**
 * A Python iterator.
 *
 * <p>Thread-safety: used by attached threads. Two threads that share one may, without a GIL, get the same item or miss one.
 */
public interface PyIterator<E> {

    /**
     * {@code next(iterator)}. Never blocks.
     *
     * @throws dev.threadstone.reference.errors.StopIteration if there is nothing more
     * @throws dev.threadstone.reference.errors.RuntimeError if a dict or set has got or lost entries meanwhile
     */
    E next();
}
