package dev.threadstone.adapter.jvm;

/**
 * {@code threadstone.Prioritized}: an entry of a priority queue whose priority alone is compared.
 *
 * @param priority what is compared
 * @param item anything
 */
record Prioritized(Object priority, Object item) {}
