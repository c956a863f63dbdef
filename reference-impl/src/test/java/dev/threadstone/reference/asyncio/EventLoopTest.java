package dev.threadstone.reference.asyncio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.threadstone.reference.Program;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.asyncio.CoroutineBody.Progress;
import dev.threadstone.reference.errors.RuntimeError;
import dev.threadstone.reference.errors.ValueError;
import dev.threadstone.reference.logging.Handler;
import dev.threadstone.reference.logging.LogRecord;
import dev.threadstone.reference.threading.Thread;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the suite cannot see of event loops. */
class EventLoopTest {

    @Test
    void aCoroutineRunsOnce() {
        Program.everywhere(program -> {
            var asyncio = program.interpreter().asyncio();
            var coroutine = new Coroutine("once", (value, raised) -> new Progress.Returned(3));
            assertThat(asyncio.run(coroutine)).isEqualTo(3);
            assertThatThrownBy(() -> asyncio.run(coroutine)).isInstanceOf(RuntimeError.class);
        });
    }

    @Test
    void timersRunInTheOrderOfTheirTimes() {
        Program.everywhere(program -> {
            var loop = program.interpreter().asyncio().newEventLoop();
            var order = new ArrayList<Integer>();
            var end = loop.createFuture();
            loop.callLater(0.002, PyCallable.of(() -> order.add(2)), List.of());
            loop.callLater(0.001, PyCallable.of(() -> order.add(1)), List.of());
            loop.callLater(0.002, PyCallable.of(() -> order.add(3)), List.of());
            loop.callLater(0.003, PyCallable.of(() -> end.setResult(null)), List.of());
            loop.runUntilComplete(end);
            assertThat(order).containsExactly(1, 2, 3);
        });
    }

    @Test
    void whatACallbackRaisesIsLoggedAndTheLoopGoesOn() {
        Program.everywhere(program -> {
            var loop = program.interpreter().asyncio().newEventLoop();
            var end = loop.createFuture();
            var logged = new ArrayList<String>();
            var handler = new Handler(program.interpreter()) {
                @Override
                public void emit(LogRecord entry) {
                    logged.add(entry.getMessage() + entry.exception());
                }
            };
            program.interpreter().logging().getLogger("asyncio").addHandler(handler);
            loop.callSoon(
                    PyCallable.of(() -> {
                        throw new ValueError("bad");
                    }),
                    List.of());
            loop.callSoon(PyCallable.of(() -> end.setResult(3)), List.of());
            assertThat(loop.runUntilComplete(end)).isEqualTo(3);
            assertThat(logged).singleElement().asString().contains("ValueError: bad");
        });
    }

    @Test
    void aLoopInsideARunningLoopIsRefused() {
        Program.everywhere(program -> {
            var asyncio = program.interpreter().asyncio();
            var outer = new Coroutine(
                    "outer",
                    (value, raised) -> new Progress.Returned(
                            asyncio.run(new Coroutine("inner", (nothing, none) -> Progress.RETURNED))));
            assertThatThrownBy(() -> asyncio.run(outer)).isInstanceOf(RuntimeError.class);
            assertThatThrownBy(asyncio::runningLoop).isInstanceOf(RuntimeError.class);
        });
    }

    @Test
    void manyThreadsCallIntoOneLoop() {
        Program.everywhere(program -> {
            var interpreter = program.interpreter();
            var loop = interpreter.asyncio().newEventLoop();
            var calls = new ArrayList<Integer>();
            var end = loop.createFuture();
            for (int number = 0; number < 4; number++) {
                int mine = number;
                new Thread(
                                interpreter,
                                PyCallable.of(() -> loop.callSoonThreadsafe(
                                        PyCallable.of(() -> {
                                            calls.add(mine);
                                            if (calls.size() == 4) {
                                                end.setResult(null);
                                            }
                                        }),
                                        List.of())))
                        .start();
            }
            loop.runUntilComplete(end);
            assertThat(calls).containsExactlyInAnyOrder(0, 1, 2, 3);
        });
    }
}
