/**
 * What an implementer reads first: the interfaces between Threadstone and a runtime under judgement.
 *
 * <p>A scenario never waits for luck. Every thread in it is a <em>controlled thread</em>: it does nothing until the
 * scenario hands it one {@link dev.threadstone.spi.Request}, performs that request through the runtime's own public API,
 * reports how it ended ({@link dev.threadstone.spi.Outcome}), and waits for the next. Wherever Python takes a callable
 * the scenario passes a named {@link dev.threadstone.spi.Callback}, and whoever runs it is steered in the same way.
 *
 * <p>Read in this order: {@link dev.threadstone.spi.Implementation}, {@link dev.threadstone.spi.Session},
 * {@link dev.threadstone.spi.Request}, {@link dev.threadstone.spi.Value}, {@link dev.threadstone.spi.Outcome},
 * {@link dev.threadstone.spi.Trait}. A runtime that lives in the same JVM does not implement {@code Session} by hand: it
 * registers its operations with {@code dev.threadstone.adapter.jvm}. A real Python needs no Java at all: the agent
 * adapter speaks to it.
 */
@NullMarked
package dev.threadstone.spi;

import org.jspecify.annotations.NullMarked;
