package dev.threadstone.suite;

import dev.threadstone.spi.Description;
import dev.threadstone.verdict.Gate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run will do with each chosen scenario, decided before anything is executed.
 *
 * @param execute the scenarios to execute, in order
 * @param closed the scenarios that the runtime need not show, with the reason
 */
public record RunPlan(List<Scenario> execute, Map<Scenario, Gate.Closed> closed) {

    public RunPlan {
        execute = List.copyOf(execute);
    }

    /** Plans the judgement of a runtime by some scenarios. */
    public static RunPlan of(List<Scenario> chosen, Description runtime) {
        var gate = new Gate(runtime);
        var closed = new LinkedHashMap<Scenario, Gate.Closed>();
        for (var scenario : chosen) {
            gate.check(scenario.requirements())
                    .or(() -> gate.versions(scenario.id(), scenario.range()))
                    .ifPresent(reason -> closed.put(scenario, reason));
        }
        return new RunPlan(
                chosen.stream()
                        .filter(scenario -> !closed.containsKey(scenario))
                        .toList(),
                closed);
    }

    public int size() {
        return execute.size() + closed.size();
    }
}
