package dev.threadstone.vocabulary;

import dev.threadstone.world.Kind;

/** A declared thing that the step may speak of. */
public record Thing(String name, Kind kind) {
    @Override
    public String toString() {
        return name;
    }
}
