package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonException;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.gil.Frame;
import dev.threadstone.reference.gil.TraceFunction;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * {@code threadstone.Tracer}: a trace or profile function that notes the calls and returns of tasks. It may fail in a task of
 * a name, or look at the threads whenever it is told of anything.
 */
final class Tracer implements TraceFunction {

    private final Interpreter interpreter;
    private final Object failsIn;
    private final boolean looks;
    private final List<Object> events = new CopyOnWriteArrayList<>();
    private volatile boolean looked;

    private Tracer(Interpreter interpreter, Object failsIn, boolean looks) {
        this.interpreter = interpreter;
        this.failsIn = failsIn;
        this.looks = looks;
    }

    static void register(OperationTable table, Interpreter interpreter) {
        table.on("threadstone.Tracer", Tracer.class)
                .constructor(
                        "fails_in=None, looks=False",
                        args -> new Tracer(interpreter, args.get("fails_in"), args.isTrue("looks")))
                .attribute("events", tracer -> new ArrayList<>(tracer.events))
                .attribute("looked", tracer -> tracer.looked);
    }

    @Override
    public void tell(Event event, Frame frame) {
        if (frame.isOfProgram()) {
            events.add(event.name().toLowerCase(Locale.ROOT) + " " + frame.function());
            if (frame.function().equals(failsIn)) {
                throw new ReferenceErrors()
                        .adopt(new PythonException("ValueError", "the trace function fails in " + failsIn));
            }
        }
        if (looks) {
            var threading = interpreter.threading();
            looked = threading.enumerate().contains(threading.currentThread()) && threading.activeCount() > 0;
        }
    }
}
