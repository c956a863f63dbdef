package dev.threadstone.reference.futures;

import dev.threadstone.reference.PyCallable;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of {@code ThreadPoolExecutor(max_workers, thread_name_prefix, initializer, initargs)}.
 *
 * @param maxWorkers how many threads at most; null: as many as there are usable processors and 4, but not above 32
 * @param threadNamePrefix what the names of the workers begin with; empty: generated
 * @param initializer what each worker calls before its first task, or null
 * @param initargs positional arguments of the initializer
 */
public record PoolOptions(
        @Nullable Integer maxWorkers,
        String threadNamePrefix,
        @Nullable PyCallable initializer,
        List<? extends @Nullable Object> initargs) {

    /** The default size, generated names, no initializer. */
    public static final PoolOptions NONE = new PoolOptions(null, "", null, List.of());

    /** These options with a size. */
    public PoolOptions withMaxWorkers(@Nullable Integer value) {
        return new PoolOptions(value, threadNamePrefix, initializer, initargs);
    }
}
