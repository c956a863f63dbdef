package dev.threadstone.adapter.jvm;

/** A type as a value: what {@code type(x)} returns and {@code isinstance} takes. */
record TypeObject(String name) {

    @Override
    public String toString() {
        return "<class '" + name + "'>";
    }
}
