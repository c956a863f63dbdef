package dev.threadstone.world;

import dev.threadstone.spi.Implementation;
import java.util.function.Consumer;

/**
 * What the glue needs of the run that it is part of.
 *
 * @param implementation the runtime under judgement
 * @param traces takes the trace of every scenario at its end; called by several threads
 */
public record Run(Implementation implementation, Consumer<ScenarioTrace> traces) {}
