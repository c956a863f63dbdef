package dev.threadstone.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.adapter.agent.AgentProvider;
import dev.threadstone.adapter.reference.ReferenceProvider;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Callback;
import dev.threadstone.spi.ImplementationProvider;
import dev.threadstone.spi.Opening;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.Request;
import dev.threadstone.spi.Session;
import dev.threadstone.spi.Settings;
import dev.threadstone.spi.Value;
import dev.threadstone.vocabulary.ProgramParser;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A function of a feature means on the reference, which interprets it, what it means in Python, which runs its source. */
class ProgramsTest {

    private static final Settings PYTHON = Settings.DEFAULTS.withOption("command", "python3");
    private static final List<Value> ITEMS = List.of(Value.NONE, Value.of(0), Value.of(1), Value.of("x"), Value.TRUE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return item",
                "x = item\n    return x",
                "if item is None:\n        return 'none'\n    return 'some'",
                "if item is not None:\n        return 1\n    else:\n        return 2",
                "if not item:\n        return 'false'\n    return 'true'",
                "if item:\n        return 'true'",
                "if item == 1:\n        return 'one'",
                "for x in [1, 2, 3]:\n        if x == 2:\n            continue\n        log.append(x)\n    return log.copy()",
                "for x in range(5):\n        if x > 2:\n            break\n        log.append(x)\n    return log.copy()",
                "while True:\n        log.append(1)\n        size = len(log)\n        if size == 3:\n            return log.copy()",
                "try:\n        raise ValueError\n    except ValueError:\n        return 'caught'",
                "try:\n        return 'body'\n    finally:\n        log.append('last')",
                "try:\n        raise KeyError\n    except ValueError:\n        return 'wrong'\n    finally:\n        log.append(1)",
                "try:\n        raise KeyError\n    except LookupError:\n        raise\n    finally:\n        log.append(1)",
                "try:\n        raise KeyError\n    finally:\n        return log.copy()",
                "while True:\n        try:\n            break\n        finally:\n            log.append('left')\n    return log.copy()",
                "with guard:\n        x = guard.locked()\n        return x",
                "with guard:\n        raise ValueError",
                "raise",
                "thing.colour = item\n    return thing.colour",
                "return thing.shape",
                "table['key'] = item\n    if 'key' in table:\n        return table['key']",
                "return table['none']",
                "started = threading.current_thread()\n    return started.daemon",
                "if item < 1:\n        return 'below'"
            })
    void aFunctionMeansTheSameOnBoth(String body) {
        var source = "def f(item):\n    " + body;
        for (var item : ITEMS) {
            assertThat(outcome(new ReferenceProvider(), Settings.DEFAULTS, source, item))
                    .as(source + " of " + item)
                    .isEqualTo(outcome(new AgentProvider(), PYTHON, source, item));
        }
    }

    @Test
    void durationsAreSecondsOfTheScenario() {
        var source = "def f(item):\n    x = gate.wait(2s)\n    return x";
        assertThat(outcome(new ReferenceProvider(), Settings.DEFAULTS, source, Value.NONE))
                .isEqualTo("returned False");
        assertThat(outcome(new AgentProvider(), PYTHON, source, Value.NONE)).isEqualTo("returned False");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "return nothing",
                "x = unknown.get()",
                "lambda: 3",
                "if item:",
                "return",
                "x = log.append(log.copy())"
            })
    void whatCannotBeReadIsAMistakeOfTheScenario(String body) {
        var source = "def f(item):\n    " + body + (body.equals("return") ? "\n        x = 1" : "");
        assertThatThrownBy(() -> ProgramParser.parse(source, names())).isInstanceOf(ScenarioMistake.class);
    }

    private static String outcome(ImplementationProvider provider, Settings settings, String source, Value item) {
        try (var implementation = provider.open(settings);
                var session = implementation.open(Opening.USUAL)) {
            session.settle();
            declare(session, "log", "list");
            declare(session, "guard", "threading.Lock");
            declare(session, "gate", "threading.Event");
            declare(session, "thing", "threadstone.Object");
            declare(session, "table", "dict");
            session.prepare(Callback.of("f", ProgramParser.parse(source, names())));
            var pending = session.post(Session.MAIN, Request.call("f", "__call__", Arguments.of(item)));
            session.settle();
            session.elapse(Duration.ofSeconds(3));
            var outcome = pending.outcome();
            return outcome instanceof Outcome.Raised raised
                    ? "raised " + raised.error().type()
                    : "returned " + ((Outcome.Returned) outcome).value();
        }
    }

    private static void declare(Session session, String name, String type) {
        session.post(Session.MAIN, new Request.Bind(name, Request.create(type, Arguments.NONE)));
        session.settle();
    }

    private static Names names() {
        var names = new Names();
        for (var name : List.of("log", "guard", "gate", "thing", "table")) {
            names.declare(name, Kind.OBJECT);
        }
        return names;
    }
}
