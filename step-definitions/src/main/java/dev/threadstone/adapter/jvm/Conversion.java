package dev.threadstone.adapter.jvm;

import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Value;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Between values of the suite and Java objects of a runtime. */
final class Conversion {

    private static final double NANOS = 1e9;

    private final Names names;
    private final Frames frames;
    private final Members members;
    private final TimeScale scale;

    Conversion(Names names, Frames frames, Members members, TimeScale scale) {
        this.names = names;
        this.frames = frames;
        this.members = members;
        this.scale = scale;
    }

    Object toObject(Value value) {
        if (value instanceof Value.Ref ref) {
            return frames.local(ref.name()).orElseGet(() -> names.get(ref.name()));
        }
        if (value instanceof Value.Bool flag) {
            return flag.value();
        }
        if (value instanceof Value.Int number) {
            return Literal.integer(number.value());
        }
        if (value instanceof Value.Real number) {
            return number.value();
        }
        if (value instanceof Value.Text text) {
            return text.value();
        }
        if (value instanceof Value.ListOf list) {
            return toObjects(list.items());
        }
        if (value instanceof Value.TupleOf tuple) {
            return new PythonTuple(toObjects(tuple.items()));
        }
        if (value instanceof Value.DictOf dict) {
            return toObjects(dict.entries());
        }
        if (value instanceof Value.Seconds seconds) {
            return scale.toClock(seconds.duration()).toNanos() / NANOS;
        }
        if (value instanceof Value.Constant constant) {
            return plus(members.resolve(constant.qualifiedName()), constant.plus());
        }
        return PythonNone.NONE;
    }

    List<Object> toObjects(List<Value> values) {
        var objects = new ArrayList<>();
        values.forEach(value -> objects.add(toObject(value)));
        return objects;
    }

    Map<String, Object> toObjects(Map<String, Value> values) {
        var objects = new LinkedHashMap<String, Object>();
        values.forEach((name, value) -> objects.put(name, toObject(value)));
        return objects;
    }

    /** An object as a result: data by value, what has a name by its name, all else as an opaque text. */
    Value toValue(Object object) {
        if (PythonText.isPlain(object)) {
            return plain(object);
        }
        var name = names.nameOf(object);
        if (name.isPresent()) {
            return Value.ref(name.get());
        }
        if (object instanceof PythonTuple tuple) {
            return new Value.TupleOf(toValues(tuple.items()));
        }
        if (object instanceof List<?> list) {
            return new Value.ListOf(toValues(list));
        }
        if (object instanceof Map<?, ?> map) {
            var entries = new LinkedHashMap<String, Value>();
            map.forEach((key, value) -> entries.put(String.valueOf(key), toValue(value)));
            return new Value.DictOf(entries);
        }
        return new Value.Opaque(members.typeName(object), members.repr(object));
    }

    Arguments toArguments(List<Object> positional, Map<String, Object> keywords) {
        var named = new LinkedHashMap<String, Value>();
        keywords.forEach((name, object) -> named.put(name, toValue(object)));
        return new Arguments(toValues(positional), named);
    }

    private List<Value> toValues(List<?> objects) {
        return objects.stream().map(this::toValue).toList();
    }

    private static Value plain(Object object) {
        if (object instanceof Boolean flag) {
            return Value.of(flag);
        }
        if (object instanceof Double number) {
            return Value.of(number.doubleValue());
        }
        if (object instanceof String text) {
            return Value.of(text);
        }
        return object instanceof Number number ? new Value.Int(new BigInteger(number.toString())) : Value.NONE;
    }

    private static Object plus(Object constant, int plus) {
        if (plus == 0) {
            return constant;
        }
        return constant instanceof Double number
                ? (Object) (number + plus)
                : Literal.integer(new BigInteger(constant.toString()).add(BigInteger.valueOf(plus)));
    }
}
