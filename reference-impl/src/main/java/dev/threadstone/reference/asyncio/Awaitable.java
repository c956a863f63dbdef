package dev.threadstone.reference.asyncio;

/** What a coroutine can await: a {@link Future}, or another {@link Coroutine}. */
public sealed interface Awaitable permits Future, Coroutine {}
