package dev.threadstone.reference.threading;

import org.jspecify.annotations.Nullable;

/**
 * {@code sys.thread_info}.
 *
 * @param name what implements threads
 * @param lock what implements locks, or null if that is not known
 * @param version name and version of the thread library, or null if that is not known
 */
public record ThreadInfo(
        String name, @Nullable String lock, @Nullable String version) {}
