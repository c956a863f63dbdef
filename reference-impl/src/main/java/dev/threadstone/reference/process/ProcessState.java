package dev.threadstone.reference.process;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.platform.Operation;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * What belongs to a process as a whole, so that all its threads see the same: its identifier, its working directory, its
 * environment.
 *
 * <p>Thread-safety: used by attached threads. Nothing blocks.
 *
 * <p>Source: Python library reference, {@code os}, "Process Parameters".
 */
public final class ProcessState {

    private final Interpreter interpreter;
    private final long id;
    private final Map<String, String> environment = new ConcurrentHashMap<>();
    private volatile String workingDirectory = "/home";

    /** A process with an empty environment that works in the directory /home. */
    public ProcessState(Interpreter interpreter, long id) {
        this.interpreter = interpreter;
        this.id = id;
    }

    /** {@code os.getpid()}. */
    public long id() {
        return id;
    }

    /** {@code os.getcwd()}. */
    public String workingDirectory() {
        interpreter.begin(this, Operation.READ);
        return workingDirectory;
    }

    /** {@code os.chdir(path)}; every absolute path exists. */
    public void workingDirectory(String path) {
        interpreter.begin(this, Operation.WRITE);
        workingDirectory = path;
    }

    /** {@code os.getenv(name)}, or null. */
    public @Nullable String variable(String name) {
        interpreter.begin(this, Operation.READ);
        return environment.get(name);
    }

    /** {@code os.environ[name] = value}. */
    public void variable(String name, String value) {
        interpreter.begin(this, Operation.WRITE);
        environment.put(name, value);
    }
}
