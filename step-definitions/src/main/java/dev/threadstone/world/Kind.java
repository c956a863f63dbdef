package dev.threadstone.world;

import java.util.Arrays;
import java.util.Optional;

/** What a declared name stands for. */
public enum Kind {
    LOCK("Lock", "threading.Lock"),
    RLOCK("RLock", "threading.RLock"),
    CONDITION("Condition", "threading.Condition"),
    SEMAPHORE("Semaphore", "threading.Semaphore"),
    BOUNDED_SEMAPHORE("BoundedSemaphore", "threading.BoundedSemaphore"),
    EVENT("Event", "threading.Event"),
    BARRIER("Barrier", "threading.Barrier"),
    TIMER("Timer", "threading.Timer"),
    LOCAL("local", "threading.local"),
    QUEUE("Queue", "queue.Queue"),
    LIFO_QUEUE("LifoQueue", "queue.LifoQueue"),
    PRIORITY_QUEUE("PriorityQueue", "queue.PriorityQueue"),
    SIMPLE_QUEUE("SimpleQueue", "queue.SimpleQueue"),
    THREAD_POOL_EXECUTOR("ThreadPoolExecutor", "concurrent.futures.ThreadPoolExecutor"),
    FUTURE("Future", "concurrent.futures.Future"),
    CONTEXT_VAR("ContextVar", "contextvars.ContextVar"),
    LIST("list", "list"),
    DICT("dict", "dict"),
    SET("set", "set"),
    LEDGER("ledger", "threadstone.Ledger"),
    CUSTOM_LOCK("custom lock", "threadstone.CustomLock"),
    CONTEXT("context", "contextvars.Context"),
    TOKEN("token", ""),
    CHILD_INTERPRETER("child interpreter", "threadstone.ChildInterpreter"),
    THREAD("Thread", "threading.Thread"),
    TASK("task", ""),
    ERROR("error", ""),
    VARIABLE("shared variable", "threadstone.Variable"),
    INTERPRETER("subinterpreter", "threadstone.Interpreter"),
    TRACER("tracer", "threadstone.Tracer"),
    NATIVE_THREAD("native thread", "threadstone.NativeThread"),
    NATIVE_GATE("native gate", "threadstone.NativeGate"),
    NATIVE_COUNTER("native counter", "threadstone.NativeCounter"),
    CLASS("class", ""),
    MODULE("module", ""),
    /** Whatever a call returned. What it can do, the runtime knows. */
    OBJECT("object", "threadstone.Object");

    private final String word;
    private final String type;

    Kind(String word, String type) {
        this.word = word;
        this.type = type;
    }

    /** The word for it in features and in messages. */
    public String word() {
        return word;
    }

    /** Its qualified Python type; empty if it is none. */
    public String type() {
        return type;
    }

    /** The kind of what a call of this type returns; {@link #OBJECT} if it is no type that features have a word for. */
    public static Kind constructedBy(String type) {
        return Arrays.stream(values())
                .filter(kind -> kind.type.equals(type))
                .findFirst()
                .orElse(OBJECT);
    }

    /** The kind of a word that stands before a new name: {@code a Lock guard}. */
    public static Optional<Kind> ofWord(String word) {
        return Arrays.stream(values()).filter(kind -> kind.word.equals(word)).findFirst();
    }
}
