package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadstone.spi.Activation;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Session;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who can be given a request, and every call of a callback so far. */
final class Actors {

    private record Entry(Actor actor, Arguments arguments) {}

    private final Map<String, Actor> byName = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, ThreadRecord> threads = new HashMap<>();
    private final Map<Long, Actor> coroutines = new HashMap<>();

    /** What has been seen on one thread: the name it goes by, and who is active, innermost last. */
    private static final class ThreadRecord {
        final String name;
        final Deque<Actor> active = new ArrayDeque<>();

        ThreadRecord(String name) {
            this.name = name;
        }
    }

    /** The main thread says hello. */
    Actor main(JsonNode hello) {
        var record = new ThreadRecord(Session.MAIN);
        var main = new Actor(
                Session.MAIN, Session.MAIN, Session.MAIN, hello.get("inbox").asInt());
        record.active.addLast(main);
        threads.put(hello.get("thread").asLong(), record);
        byName.put(main.name(), main);
        return main;
    }

    /** The runtime has called a callback. */
    void entered(JsonNode report) {
        var callback = report.get("entered").asText();
        int count = counts.merge(callback, 1, Integer::sum);
        var name = count == 1 ? callback : callback + "#" + count;
        long ident = report.get("thread").asLong();
        var record = report.get("first").booleanValue() ? null : threads.get(ident);
        if (record == null) {
            record = new ThreadRecord(name); // identifiers are used again when a thread has ended
            threads.put(ident, record);
        }
        var inbox = report.get("inbox");
        var actor = new Actor(callback, name, record.name, inbox.isNull() ? null : inbox.asInt());
        if (report.has("coroutine")) {
            coroutines.put(report.get("coroutine").asLong(), actor);
        } else {
            record.active.addLast(actor);
        }
        byName.put(name, actor);
        entries.add(new Entry(actor, ReportReader.arguments(report)));
    }

    /** The innermost callback of a thread has ended, or a coroutine. */
    void left(JsonNode report) {
        if (report.has("coroutine")) {
            Objects.requireNonNull(coroutines.get(report.get("coroutine").asLong()))
                    .end();
            return;
        }
        var record = threads.get(report.get("left").asLong());
        if (record != null && !record.active.isEmpty()) {
            record.active.removeLast().end();
        }
    }

    @Nullable Actor find(String name) {
        return byName.get(name);
    }

    List<Activation> activations() {
        return entries.stream()
                .map(entry -> new Activation(
                        entry.actor.callback(),
                        entry.actor.name(),
                        entry.actor.thread(),
                        entry.arguments,
                        entry.actor.ended()))
                .toList();
    }

    /** The main module has ended. */
    void endMain() {
        var main = byName.get(Session.MAIN);
        if (main != null) {
            main.end();
        }
    }

    /** Nobody takes requests any more. */
    void endAll() {
        byName.values().forEach(Actor::end);
    }
}
