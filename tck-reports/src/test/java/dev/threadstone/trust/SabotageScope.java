package dev.threadstone.trust;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.reference.OperationObserver;
import dev.threadstone.adapter.reference.ReferenceProvider;
import dev.threadstone.spi.Opening;
import dev.threadstone.spi.Settings;
import dev.threadstone.suite.Scenario;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/**
 * Which scenarios a saboteur can touch: those that look up an operation which it changes. Every other scenario runs the
 * same code on the same schedule, so running it once more under the saboteur would tell nothing.
 */
final class SabotageScope {

    private final Map<String, Set<String>> lookups;

    private SabotageScope(Map<String, Set<String>> lookups) {
        this.lookups = lookups;
    }

    /** Runs every scenario once, one after the other, and keeps what it looked up. */
    static SabotageScope of(Suite suite) {
        var current = ConcurrentHashMap.<String>newKeySet();
        // One text for each name: the collector, which some scenarios call, has to look at all that is kept.
        var names = new ConcurrentHashMap<String, String>();
        var provider = new ReferenceProvider(new OperationObserver() {
            @Override
            public void attach(OperationTable table) {
                table.onLookup(name -> current.add(names.computeIfAbsent(name, same -> same)));
            }

            @Override
            public void sabotage(OperationTable table, Runnable patch) {
                patch.run();
            }
        });
        Map<String, Set<String>> lookups = new HashMap<>();
        suite.judge(provider, Settings.DEFAULTS, scenario -> true, result -> {
            if (result.verdict().executed()) {
                lookups.put(result.key(), Set.copyOf(current));
            }
            current.clear();
        });
        return new SabotageScope(lookups);
    }

    /** The scenarios that the saboteur of these settings can touch, and those of which it is not known. */
    Predicate<Scenario> touchedBy(Settings settings) {
        var changed = changes(settings);
        return scenario -> {
            var used = lookups.get(scenario.key());
            return changed.isEmpty() || used == null || used.stream().anyMatch(changed::contains);
        };
    }

    private static Set<String> changes(Settings settings) {
        var changed = ConcurrentHashMap.<String>newKeySet();
        var provider = new ReferenceProvider(new OperationObserver() {
            @Override
            public void attach(OperationTable table) {}

            @Override
            public void sabotage(OperationTable table, Runnable patch) {
                changed.addAll(table.changedBy(patch));
            }
        });
        try (var implementation = provider.open(settings);
                var session = implementation.open(Opening.USUAL)) {
            session.settle();
        }
        return changed;
    }
}
