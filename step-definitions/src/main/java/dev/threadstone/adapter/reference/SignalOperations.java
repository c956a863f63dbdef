package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.signals.Disposition;
import dev.threadstone.reference.signals.Signal;
import dev.threadstone.reference.signals.Signals;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** {@code signal}. */
final class SignalOperations {

    private static final int ANY_INTERRUPT_SINCE = 10;
    private static final double NANOS = 1e9;

    private SignalOperations() {}

    static void register(OperationTable table, Interpreter interpreter) {
        var signals = interpreter.signals();
        for (var signal : Signal.values()) {
            table.constant("signal." + signal.name(), (long) signal.number());
        }
        table.constant("signal.SIG_DFL", Disposition.SIG_DFL)
                .constant("signal.SIG_IGN", Disposition.SIG_IGN)
                .constant("signal.default_int_handler", value(Signals.DEFAULT_INT_HANDLER))
                .function(
                        "signal.signal",
                        "signalnum, handler, /",
                        args -> value(signals.signal(
                                args.integer("signalnum").intValueExact(), handler(args.get("handler")))))
                .function(
                        "signal.getsignal",
                        "signalnum, /",
                        args -> value(
                                signals.handlerOf(args.integer("signalnum").intValueExact())))
                .function("signal.raise_signal", "signalnum, /", args -> {
                    signals.raise(number(args));
                    return PythonNone.NONE;
                })
                .function("signal.pthread_kill", "thread_id, signalnum, /", args -> {
                    signals.kill(args.integer("thread_id").longValueExact(), number(args));
                    return PythonNone.NONE;
                })
                .function("os.kill", "pid, signalnum, /", args -> {
                    signals.kill(number(args));
                    return PythonNone.NONE;
                });
        registerMasks(table, signals);
        registerInterruptMain(table, interpreter);
        registerTimer(table, signals);
    }

    @SuppressWarnings("EnumOrdinal") // the numbers of Linux
    private static void registerMasks(OperationTable table, Signals signals) {
        for (var way : Masking.values()) {
            table.constant("signal." + way.name(), (long) way.ordinal());
        }
        table.function("signal.pthread_sigmask", "how, mask, /", args -> {
                    var previous = signals.mask();
                    var way = Masking.values()[args.integer("how").intValueExact()];
                    signals.mask(way.applied(previous, set(args.items("mask"))));
                    return numbers(previous);
                })
                .function("signal.sigwait", "sigset, /", args ->
                        (long) signals.await(set(args.items("sigset"))).number());
    }

    private static void registerInterruptMain(OperationTable table, Interpreter interpreter) {
        var anySignal = interpreter.options().python().atLeast(ANY_INTERRUPT_SINCE);
        table.function("_thread.interrupt_main", anySignal ? "signum=2, /" : "", args -> {
            interpreter
                    .signals()
                    .interruptMain(anySignal ? args.integer("signum").intValueExact() : Signal.SIGINT.number());
            return PythonNone.NONE;
        });
    }

    private static void registerTimer(OperationTable table, Signals signals) {
        table.constant("signal.ITIMER_REAL", 0L).function("signal.setitimer", "which, seconds, /", args -> {
            signals.setTimer(Duration.ofNanos((long) (args.number("seconds") * NANOS)));
            return PythonNone.NONE;
        });
    }

    private static int number(Args args) {
        return args.integer("signalnum").intValueExact();
    }

    private static Set<Signal> set(List<Object> numbers) {
        return numbers.stream()
                .map(number -> Signal.of(((Number) number).intValue()).orElseThrow())
                .collect(Collectors.toSet());
    }

    private static List<Object> numbers(Set<Signal> signals) {
        return new ArrayList<>(
                signals.stream().map(signal -> (long) signal.number()).toList());
    }

    /** How {@code pthread_sigmask} changes a mask; their numbers are those of Linux. */
    private enum Masking {
        SIG_BLOCK,
        SIG_UNBLOCK,
        SIG_SETMASK;

        Set<Signal> applied(Set<Signal> mask, Set<Signal> signals) {
            var changed = EnumSet.noneOf(Signal.class);
            changed.addAll(this == SIG_SETMASK ? Set.of() : mask);
            if (this == SIG_UNBLOCK) {
                changed.removeAll(signals);
            } else {
                changed.addAll(signals);
            }
            return changed;
        }
    }

    private static PyCallable handler(Object handler) {
        if (handler instanceof Disposition disposition) {
            return disposition;
        }
        if (handler instanceof PythonCallable callable) {
            return callable instanceof Installed installed ? installed.handler() : new ReferenceCallable(callable);
        }
        throw PythonException.typeError("signal handler must be signal.SIG_IGN, signal.SIG_DFL, or a callable object");
    }

    private static Object value(PyCallable handler) {
        if (handler instanceof Disposition disposition) {
            return disposition;
        }
        return handler instanceof ReferenceCallable callable ? callable.callable() : new Installed(handler);
    }

    /** A handler of the reference's own. */
    private record Installed(PyCallable handler) implements PythonCallable {

        @Override
        public Object call(List<Object> positional, Map<String, Object> keywords) {
            var result = handler.call(positional, keywords);
            return result == null ? PythonNone.NONE : result;
        }

        @Override
        public String name() {
            @Nullable String name = handler.name();
            return name == null ? "handler" : name;
        }
    }
}
