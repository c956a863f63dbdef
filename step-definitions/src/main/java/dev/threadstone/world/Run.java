package dev.threadstone.world;

import dev.threadstone.spi.Implementation;
import java.util.function.Consumer;

/**
 * What the glue needs of the run that it is part of.
 *
 * @param implementation the runtime under judgement
 * @param stretch how many times longer than usual a second of scenario time lasts on a real clock
 * @param traces takes the trace of every scenario at its end; called by several threads
 */
public record Run(Implementation implementation, int stretch, Consumer<ScenarioTrace> traces) {}
