package dev.threadstone.reference.platform;

/** Kinds of operations on a shared object. Two operations on one object depend on each other unless both read. */
public enum Operation {
    READ,
    WRITE,
    ACQUIRE,
    RELEASE,
    WAIT,
    NOTIFY
}
