package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.signals.Disposition;
import dev.threadstone.reference.signals.Signal;
import dev.threadstone.reference.signals.Signals;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** {@code signal}. */
final class SignalOperations {

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
                    signals.deliver(nameOf(args.integer("signalnum").intValueExact()));
                    return PythonNone.NONE;
                });
    }

    private static String nameOf(int number) {
        return Signal.of(number)
                .map(Signal::name)
                .orElseThrow(() -> new PythonException("OSError", "[Errno 22] Invalid argument"));
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
