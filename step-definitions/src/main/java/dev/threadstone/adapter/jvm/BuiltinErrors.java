package dev.threadstone.adapter.jvm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The bases of Python's own exception types. Source: Python library reference, built-in exceptions, exception hierarchy.
 */
final class BuiltinErrors {

    private static final Map<String, String> BASES = Map.ofEntries(
            Map.entry("Exception", "BaseException"),
            Map.entry("SystemExit", "BaseException"),
            Map.entry("KeyboardInterrupt", "BaseException"),
            Map.entry("GeneratorExit", "BaseException"),
            Map.entry("ArithmeticError", "Exception"),
            Map.entry("OverflowError", "ArithmeticError"),
            Map.entry("ZeroDivisionError", "ArithmeticError"),
            Map.entry("AssertionError", "Exception"),
            Map.entry("AttributeError", "Exception"),
            Map.entry("LookupError", "Exception"),
            Map.entry("IndexError", "LookupError"),
            Map.entry("KeyError", "LookupError"),
            Map.entry("ImportError", "Exception"),
            Map.entry("ModuleNotFoundError", "ImportError"),
            Map.entry("MemoryError", "Exception"),
            Map.entry("NameError", "Exception"),
            Map.entry("OSError", "Exception"),
            Map.entry("TimeoutError", "OSError"),
            Map.entry("ProcessLookupError", "OSError"),
            Map.entry("PythonFinalizationError", "RuntimeError"),
            Map.entry("RuntimeError", "Exception"),
            Map.entry("NotImplementedError", "RuntimeError"),
            Map.entry("RecursionError", "RuntimeError"),
            Map.entry("threading.BrokenBarrierError", "RuntimeError"),
            Map.entry("queue.Empty", "Exception"),
            Map.entry("queue.Full", "Exception"),
            Map.entry("queue.ShutDown", "Exception"),
            Map.entry("concurrent.futures.Error", "Exception"),
            Map.entry("concurrent.futures.BrokenExecutor", "RuntimeError"),
            Map.entry("concurrent.futures.thread.BrokenThreadPool", "concurrent.futures.BrokenExecutor"),
            Map.entry("concurrent.futures.CancelledError", "concurrent.futures.Error"),
            Map.entry("concurrent.futures.InvalidStateError", "concurrent.futures.Error"),
            Map.entry("asyncio.CancelledError", "BaseException"),
            Map.entry("threadstone.FalsyError", "Exception"),
            Map.entry("StopIteration", "Exception"),
            Map.entry("TypeError", "Exception"),
            Map.entry("ValueError", "Exception"),
            Map.entry("UnicodeError", "ValueError"),
            Map.entry("Warning", "Exception"),
            Map.entry("DeprecationWarning", "Warning"),
            Map.entry("RuntimeWarning", "Warning"));

    private BuiltinErrors() {}

    static boolean isKnown(String type) {
        return type.equals("BaseException") || BASES.containsKey(type);
    }

    /** The type and its bases, most derived first, without {@code object}. A type that is not known here is an Exception. */
    static List<String> mro(String type) {
        var mro = new ArrayList<String>();
        var name = type;
        while (!name.equals("BaseException")) {
            mro.add(name);
            name = BASES.getOrDefault(name, "Exception");
        }
        mro.add("BaseException");
        return List.copyOf(mro);
    }
}
