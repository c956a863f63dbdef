package dev.threadstone.reference.imports;

import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.errors.PythonException;
import dev.threadstone.reference.gil.ThreadState;
import dev.threadstone.reference.platform.Operation;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * {@code sys.modules} and the import statement. The body of a module runs once, in the first thread that imports it; other
 * importers wait for its end. Threads that would wait for each other in a circle get modules that are not complete yet.
 *
 * <p>Thread-safety: used by attached threads of its interpreter.
 *
 * <p>Source: Python language reference, "The import system"; library reference, {@code sys.modules}.
 */
public final class Modules {

    private final Interpreter interpreter;
    private final ImportWaits waits;
    private final Map<String, ModuleBody> bodies = new ConcurrentHashMap<>();
    private final Map<String, Module> table = new ConcurrentHashMap<>();
    private final Map<String, ModuleLock> locks = new ConcurrentHashMap<>();

    /** The modules of an interpreter; there are none yet. */
    public Modules(Interpreter interpreter) {
        this.interpreter = interpreter;
        this.waits = new ImportWaits(interpreter);
    }

    /** Makes a module that can be imported. */
    public void define(String name, ModuleBody body) {
        bodies.put(name, body);
    }

    /** Whether a module of this name is in the table, complete or not. */
    public boolean isLoaded(String name) {
        return table.containsKey(name);
    }

    /**
     * {@code import name}. Blocks while another thread executes the module.
     *
     * @return the module; complete, unless the caller's own thread is executing it, or waiting for it would never end, or it
     *     failed while the caller waited
     * @throws PythonException ModuleNotFoundError if there is no such module; what its body raises, in the thread that
     *     executes it, after which the module is not in the table any more
     */
    public Module importModule(String name) {
        ThreadState thread = interpreter.begin(this, Operation.READ);
        Module known = table.get(name);
        if (known != null && !known.isInitializing()) {
            return known;
        }
        ModuleLock lock = locks.computeIfAbsent(name, fresh -> new ModuleLock(interpreter, name));
        if (!waits.acquire(lock, thread)) {
            Module partial = table.get(name);
            return partial == null ? importModule(name) : partial;
        }
        Module found = known == null ? table.get(name) : known;
        if (found != null) {
            lock.release();
            return found;
        }
        return executeLocked(name, lock);
    }

    /** No finally: what the platform ends in a park must end there. */
    private Module executeLocked(String name, ModuleLock lock) {
        Module loaded;
        try {
            loaded = execute(name);
        } catch (RuntimeException failed) {
            lock.release();
            throw failed;
        }
        lock.release();
        return loaded;
    }

    private Module execute(String name) {
        ModuleBody body = bodies.get(name);
        if (body == null) {
            throw new PythonException(
                    List.of("ModuleNotFoundError", "ImportError", "Exception", "BaseException", "object"),
                    "No module named '" + name + "'");
        }
        Module module = new Module(name);
        interpreter.platform().point(this, Operation.WRITE);
        table.put(name, module);
        try {
            body.execute(module);
        } catch (RuntimeException failed) {
            table.remove(name, module);
            throw failed;
        }
        interpreter.platform().point(this, Operation.WRITE);
        module.initialized();
        return module;
    }
}
