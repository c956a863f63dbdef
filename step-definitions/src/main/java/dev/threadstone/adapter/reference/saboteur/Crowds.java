package dev.threadstone.adapter.reference.saboteur;

import dev.threadstone.reference.Interpreter;
import java.util.Map;
import java.util.WeakHashMap;

/** A crowd for each object of one interpreter. */
final class Crowds {

    private final Interpreter interpreter;
    private final Map<Object, Crowd> crowds = new WeakHashMap<>();

    Crowds(Interpreter interpreter) {
        this.interpreter = interpreter;
    }

    Crowd of(Object object) {
        return crowds.computeIfAbsent(object, anyObject -> new Crowd(interpreter));
    }

    void releaseEverybody() {
        crowds.values().forEach(Crowd::releaseAll);
    }
}
