package dev.threadstone.adapter.agent;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.Implementation;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Value;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Figures of the agent adapter, for a Python given as argument: run by hand. Prints median, 90th percentile and maximum
 * in microseconds, and how often a verdict on a thread that may or may not block was wrong.
 */
final class AgentFigures {

    private static final int WARM_UP = 100;

    private final Implementation implementation;

    private AgentFigures(Implementation implementation) {
        this.implementation = implementation;
    }

    public static void main(String[] arguments) {
        int trials = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 300;
        var settings = Settings.DEFAULTS.withOption("command", arguments[0]);
        try (var implementation = new AgentProvider().open(settings)) {
            System.out.println(implementation.describe());
            var figures = new AgentFigures(implementation);
            figures.measure("session open and close", trials, figures::openAndClose);
            try (var session = implementation.open()) {
                figures.measure(
                        "one request and settle",
                        trials,
                        () -> returned(session, Request.function("len", Value.of(""))));
                figures.bind(session, "guard", "threading.Lock");
                figures.startThread(session, "alpha");
                figures.measure("blocked acquire, settle, release", trials, () -> figures.blockAndRelease(session));
            }
            figures.verdicts(trials);
        }
    }

    private void measure(String what, int trials, Runnable body) {
        for (int trial = 0; trial < WARM_UP; trial++) {
            body.run();
        }
        var micros = new long[trials];
        for (int trial = 0; trial < trials; trial++) {
            long start = System.nanoTime();
            body.run();
            micros[trial] = (System.nanoTime() - start) / 1000;
        }
        print(what, micros);
    }

    private static void print(String what, long[] micros) {
        Arrays.sort(micros);
        System.out.printf(
                "%-40s median %6d  p90 %6d  max %6d us%n",
                what, micros[micros.length / 2], micros[micros.length * 9 / 10], micros[micros.length - 1]);
    }

    private void openAndClose() {
        try (var session = implementation.open()) {
            returned(session, Request.function("len", Value.of("")));
        }
    }

    private void blockAndRelease(Session session) {
        returned(session, Request.call("guard", "acquire"));
        var waiting = session.post("alpha", Request.call("guard", "acquire"));
        session.settle();
        if (!(waiting.outcome() instanceof Outcome.Blocked)) {
            throw new IllegalStateException("alpha " + waiting.outcome());
        }
        returned(session, Request.call("guard", "release"));
        returned(session, Request.call("guard", "release"));
    }

    /** A thread computes for up to 3 ms and then acquires a lock that is held, or free, after which it computes on. */
    private void verdicts(int trials) {
        var random = new SplittableRandom(7);
        int wrong = 0;
        var micros = new long[trials];
        try (var session = implementation.open()) {
            bind(session, "guard", "threading.Lock");
            startThread(session, "alpha");
            returned(session, Request.function("exec", Value.of(COMPUTE), Value.constant("sys.__dict__")));
            for (int trial = 0; trial < trials; trial++) {
                boolean held = random.nextInt(3) > 0;
                if (held) {
                    returned(session, Request.call("guard", "acquire"));
                }
                long start = System.nanoTime();
                var waiting = session.post(
                        "alpha",
                        Request.function(
                                "sys.compute_and_acquire",
                                Value.ref("guard"),
                                Value.of(random.nextDouble(0.003)),
                                Value.of(held ? 0 : 0.005)));
                session.settle();
                micros[trial] = (System.nanoTime() - start) / 1000;
                boolean blocked = waiting.outcome() instanceof Outcome.Blocked;
                wrong += blocked == held ? 0 : 1;
                returned(session, Request.call("guard", "release"));
                if (held) {
                    returned(session, Request.call("guard", "release"));
                }
            }
        }
        print("compute 0-3 ms, block or compute on", micros);
        System.out.printf("wrong verdicts: %d of %d%n", wrong, trials);
    }

    private static final String COMPUTE = """
            def compute_and_acquire(lock, first, then):
                import time
                end = time.time() + first
                while time.time() < end:
                    pass
                lock.acquire()
                end = time.time() + then
                while time.time() < end:
                    pass
            """;

    private void bind(Session session, String name, String type) {
        returned(session, new Request.Bind(name, Request.create(type, Arguments.NONE)));
    }

    private void startThread(Session session, String name) {
        session.prepare(Callback.controlled(name));
        var target = Arguments.keywords(Map.of("target", Value.ref(name)));
        returned(session, new Request.Bind(name, Request.create("threading.Thread", target)));
        returned(session, Request.call(name, "start"));
    }

    private static void returned(Session session, Request request) {
        var pending = session.post(Session.MAIN, request);
        session.settle();
        if (!(pending.outcome() instanceof Outcome.Returned)) {
            throw new IllegalStateException(request + " " + pending.outcome());
        }
    }
}
