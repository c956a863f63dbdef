package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.adapter.jvm.Args;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.threading.Thread;

/** Makes every thread a daemon, or none, while the attribute tells what it ought to be. */
final class ApparentDaemons {

    private final Interpreter interpreter;
    private final boolean reality;
    private final Marks daemons = new Marks();

    private ApparentDaemons(Interpreter interpreter, boolean reality) {
        this.interpreter = interpreter;
        this.reality = reality;
    }

    static void register(OperationTable table, Interpreter interpreter, boolean reality) {
        var apparent = new ApparentDaemons(interpreter, reality);
        table.on(ThreadSaboteurs.TYPE, Thread.class)
                .wrapConstructor((nobody, args, original) ->
                        apparent.made((Thread) original.call(nobody, args.with("daemon", reality)), args))
                .wrapGetter("daemon", getter -> apparent.daemons::has)
                .replaceSetter("daemon", apparent::assign);
    }

    private Thread made(Thread thread, Args args) {
        var inherited =
                args.isNone("daemon") && daemons.has(interpreter.threading().currentThread());
        if (inherited || args.isTrue("daemon")) {
            daemons.add(thread);
        }
        return thread;
    }

    private void assign(Thread thread, Object value) {
        thread.setDaemon(reality);
        if (value.equals(true)) {
            daemons.add(thread);
        } else {
            daemons.remove(thread);
        }
    }
}
