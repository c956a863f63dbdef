/**
 * Python's {@code asyncio}, as far as it has to do with threads: event loops, futures, tasks, and the bridges between them
 * and threads. There are no transports, streams or subprocesses.
 */
@NullMarked
package dev.threadstone.reference.asyncio;

import org.jspecify.annotations.NullMarked;
