package dev.threadstone.spi;

/**
 * One call of a callback by the runtime.
 *
 * @param callback the name of the callback
 * @param actor the name of this activation: the callback's, or {@code name#2} for its second activation
 * @param thread the first activation on the same thread, or {@value Session#MAIN}: who ran it
 * @param arguments what the runtime passed
 * @param ended whether the callback has ended since, as of the last {@link Session#settle()}
 */
public record Activation(String callback, String actor, String thread, Arguments arguments, boolean ended) {}
