package dev.threadstone.reference.platform;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Virtual threads through the public API, which the release that this library is compiled for does not have yet. */
final class VirtualThreads {

    /** The first release in which a virtual thread that parks inside a monitor does not hold on to its carrier. */
    private static final int FIRST_RELEASE = 24;

    static final boolean AVAILABLE = Runtime.version().feature() >= FIRST_RELEASE;

    private static final MethodHandle START = AVAILABLE ? find() : MethodHandles.empty(startType());

    private VirtualThreads() {}

    static void start(Runnable body) {
        try {
            var ignored = (Thread) START.invokeExact(body);
        } catch (RuntimeException | Error problem) {
            throw problem;
        } catch (Throwable checked) {
            throw new IllegalStateException("Thread.startVirtualThread threw what it does not declare", checked);
        }
    }

    private static MethodHandle find() {
        try {
            return MethodHandles.publicLookup().findStatic(Thread.class, "startVirtualThread", startType());
        } catch (ReflectiveOperationException absent) {
            throw new IllegalStateException("this JDK should have Thread.startVirtualThread, but has not", absent);
        }
    }

    private static MethodType startType() {
        return MethodType.methodType(Thread.class, Runnable.class);
    }
}
