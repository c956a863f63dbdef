package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.CoroutineScript;
import dev.threadstone.adapter.jvm.ErrorMapping;
import dev.threadstone.adapter.jvm.JvmRuntime;
import dev.threadstone.adapter.jvm.OperationTable;
import dev.threadstone.adapter.jvm.PythonCallable;
import dev.threadstone.adapter.jvm.Steering;
import dev.threadstone.reference.Build;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.InterpreterOptions;
import dev.threadstone.reference.PyCallable;
import dev.threadstone.reference.PythonLevel;
import dev.threadstone.reference.gil.Frame;
import dev.threadstone.reference.platform.DirectedPlatform;
import dev.threadstone.reference.platform.RealPlatform;
import dev.threadstone.reference.platform.SimulatedPlatform;
import dev.threadstone.reference.threading.SharedObject;
import dev.threadstone.spi.Description;
import dev.threadstone.spi.Exit;
import dev.threadstone.spi.UnsupportedRequestException;
import java.util.Optional;
import java.util.function.Supplier;

/** One fresh interpreter of the reference, on a platform of its own. */
final class ReferenceRuntime implements JvmRuntime {

    private final ReferenceOptions options;
    private final OperationObserver observer;
    private final DirectedPlatform platform;
    private final Interpreter interpreter;
    private final PlatformSteering steering;
    private final FinalizerOperations finalizers;

    ReferenceRuntime(ReferenceOptions options, OperationObserver observer, long seed) {
        this.options = options;
        this.observer = observer;
        platform = options.virtualTime() ? SimulatedPlatform.create(seed) : RealPlatform.create(seed);
        var level = new PythonLevel(options.python().major(), options.python().minor());
        interpreter = new Interpreter(platform, options(level));
        finalizers = new FinalizerOperations(interpreter);
        steering = new PlatformSteering(platform, interpreter, options.virtualTime());
    }

    /** In virtual time only computing takes time, so whoever waits for the GIL must ask for it at once to get it ever. */
    private InterpreterOptions options(PythonLevel level) {
        return InterpreterOptions.DEFAULTS
                .withPython(level)
                .withBuild(options.build() == Description.Build.GIL ? Build.GIL : Build.FREE_THREADED)
                .withEagerSwitching(options.virtualTime());
    }

    @Override
    public void register(OperationTable table) {
        LockOperations.register(table, interpreter);
        RLockOperations.register(table, interpreter);
        EventOperations.register(table, interpreter);
        ConditionOperations.register(table, interpreter);
        CustomLock.register(table);
        SemaphoreOperations.register(table, interpreter);
        BarrierOperations.register(table, interpreter);
        QueueOperations.register(table, interpreter);
        SimpleQueueOperations.register(table, interpreter);
        ThreadOperations.register(table, interpreter);
        TimerOperations.register(table, interpreter);
        FutureOperations.register(table, interpreter);
        LoggingOperations.register(table, interpreter);
        PrintOperations.register(table);
        DebuggingOperations.register(table, interpreter);
        ModuleOperations.register(table, interpreter);
        HookOperations.register(table, interpreter);
        LocalOperations.register(table, interpreter);
        ImportOperations.register(table, interpreter);
        finalizers.register(table);
        ExecutorOperations.register(table, interpreter);
        RawThreads.register(table, interpreter);
        SystemOperations.register(table, interpreter);
        SignalOperations.register(table, interpreter);
        HandlerRecord.register(table);
        PipeOperations.register(table, interpreter);
        ExitOperations.register(table, interpreter);
        ProcessOperations.register(table, interpreter);
        ForkOperations.register(table, interpreter);
        VariableOperations.register(table, interpreter);
        ContainerOperations.register(table, interpreter);
        WaitingOperations.register(table, interpreter);
        GilOperations.register(table, interpreter);
        Subinterpreter.register(table, interpreter);
        ContextOperations.register(table, interpreter);
        IdentityOperations.register(table, interpreter);
        TraceOperations.register(table, interpreter);
        StateOperations.register(table, interpreter);
        NativeOperations.register(table, interpreter);
        ChildInterpreter.register(table, interpreter);
        AsyncioOperations.register(table, interpreter);
        EventLoopOperations.register(table, interpreter);
        observer.attach(table);
        options.saboteur()
                .ifPresent(saboteur ->
                        observer.sabotage(table, () -> saboteur.patch().apply(table, interpreter)));
    }

    @Override
    public Steering steering() {
        return steering;
    }

    @Override
    public ErrorMapping errors() {
        return new ReferenceErrors();
    }

    @Override
    public void start(Runnable main) {
        interpreter.start(PyCallable.of(main));
    }

    @Override
    public void named(String name, Object object) {
        if (object instanceof SharedObject shared) {
            shared.label(name);
        }
        finalizers.named(object);
    }

    @Override
    public void unnamed(Object object) {
        finalizers.unnamed(object);
    }

    @Override
    public void made(Object object, PythonCallable finalizer) {
        finalizers.made(object, finalizer);
    }

    @Override
    public void stored(Object holder, Object value) {
        finalizers.stored(holder, value);
    }

    /** A callback in a thread that is none of this interpreter's, or is none now, belongs to another interpreter. */
    @Override
    public Object inFrameOf(String callback, Supplier<Object> body) {
        var thread = interpreter.threadStates().currentOrNull();
        return thread == null || !thread.isAttached() ? body.get() : thread.call(Frame.ofProgram(callback), body);
    }

    @Override
    public Object coroutine(String name, CoroutineScript script) {
        return ScenarioCoroutine.of(interpreter, name, script);
    }

    @Override
    public Optional<Exit> exit() {
        return interpreter.exit().map(exit -> new Exit(exit.status(), exit.stdout(), exit.stderr()));
    }

    @Override
    public void signal(String name) {
        try {
            interpreter.signals().deliver(name);
        } catch (IllegalArgumentException unknown) {
            throw new UnsupportedRequestException(String.valueOf(unknown.getMessage()));
        }
    }
}
