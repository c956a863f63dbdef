package dev.threadstone.adapter.jvm;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A registered function, method or type as a callable value. */
record FunctionObject(String name, BiFunction<List<Object>, Map<String, Object>, Object> body)
        implements PythonCallable {

    @Override
    public Object call(List<Object> positional, Map<String, Object> keywords) {
        return body.apply(positional, keywords);
    }

    @Override
    public String toString() {
        return "<function " + name + ">";
    }
}
