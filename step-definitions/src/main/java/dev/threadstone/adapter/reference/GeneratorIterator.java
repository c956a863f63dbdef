package dev.threadstone.adapter.reference;

import dev.threadstone.adapter.jvm.PythonNone;
import dev.threadstone.reference.Generator;
import dev.threadstone.reference.Interpreter;
import dev.threadstone.reference.PyCallable;
import java.util.Iterator;

/** A generator as scenarios call it. */
final class GeneratorIterator implements Iterator<Object> {

    private final Generator generator;

    GeneratorIterator(Interpreter interpreter, PyCallable body) {
        generator = new Generator(interpreter, body);
    }

    /** A generator without end always has. */
    @Override
    public boolean hasNext() {
        return true;
    }

    @Override
    public Object next() {
        var yielded = generator.next();
        return yielded == null ? PythonNone.NONE : yielded;
    }
}
