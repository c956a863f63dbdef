package dev.threadstone.adapter.jvm;

/** An object whose class's {@code __init__} runs again in further threads: a {@code threading.local}. */
public interface PerThreadInitialized {

    /**
     * Remembers how to initialise the object in further threads; in the calling one it is being done.
     *
     * @param initializer calls {@code __init__} with the arguments that the object was made with
     */
    void initializeBy(Runnable initializer);
}
