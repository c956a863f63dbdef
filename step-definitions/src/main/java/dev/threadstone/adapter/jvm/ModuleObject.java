package dev.threadstone.adapter.jvm;

/** A module as a value: a prefix of registered names. */
record ModuleObject(String name) {

    @Override
    public String toString() {
        return "<module '" + name + "'>";
    }
}
