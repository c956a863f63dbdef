package dev.threadstone.vocabulary;

/** Somebody who can be asked to do something: a thread, or a task while it runs. */
public record Actor(String name) {
    @Override
    public String toString() {
        return name;
    }
}
