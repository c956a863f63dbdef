package dev.threadstone.reference.platform;

/** A thread of control of a {@link Platform}. */
public interface PlatformThread {

    /** The name that it was spawned with. */
    String name();

    /** A number that no other living thread of the platform has; never 0. Given in the order of creation. */
    long id();

    /** Whether its body has ended. */
    boolean ended();
}
