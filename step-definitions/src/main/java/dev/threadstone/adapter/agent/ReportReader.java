package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.databind.JsonNode;
import dev.threadstone.spi.AdapterException;
import dev.threadstone.spi.Arguments;
import dev.threadstone.spi.Outcome;
import dev.threadstone.spi.PythonError;
import dev.threadstone.spi.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads values, errors and outcomes out of the messages of an agent. */
final class ReportReader {

    private ReportReader() {}

    static Outcome outcome(JsonNode leave) {
        if (leave.has("fault")) {
            throw new AdapterException("The agent could not do what it was asked: "
                    + leave.get("fault").asText());
        }
        return leave.has("error")
                ? new Outcome.Raised(error(leave.get("error")))
                : new Outcome.Returned(value(leave.get("value")));
    }

    static Arguments arguments(JsonNode entered) {
        return new Arguments(values(entered.get("args")), entries(entered.get("kwargs")));
    }

    private static PythonError error(JsonNode node) {
        var mro = new ArrayList<String>();
        node.get("mro").forEach(name -> mro.add(name.asText()));
        return new PythonError(
                node.get("type").asText(),
                mro,
                node.get("message").asText(),
                node.get("identity").textValue(),
                cause(node.get("cause")));
    }

    private static @Nullable PythonError cause(JsonNode cause) {
        return cause.isNull() ? null : error(cause);
    }

    private static Value value(JsonNode node) {
        if (node.isNull()) {
            return Value.NONE;
        } else if (node.isBoolean()) {
            return Value.of(node.booleanValue());
        } else if (node.isIntegralNumber()) {
            return new Value.Int(node.bigIntegerValue());
        } else if (node.isTextual()) {
            return Value.of(node.textValue());
        } else if (node.has("float")) {
            return Value.of(real(node.get("float").asText()));
        } else if (node.has("ref")) {
            return Value.ref(node.get("ref").asText());
        } else if (node.has("list")) {
            return new Value.ListOf(values(node.get("list")));
        } else if (node.has("tuple")) {
            return new Value.TupleOf(values(node.get("tuple")));
        } else if (node.has("dict")) {
            return new Value.DictOf(entries(node.get("dict")));
        } else if (node.has("opaque")) {
            return new Value.Opaque(
                    node.get("opaque").asText(), node.get("text").asText());
        }
        throw new AdapterException("The agent sent a value that is none: " + node);
    }

    private static List<Value> values(JsonNode array) {
        var values = new ArrayList<Value>();
        array.forEach(item -> values.add(value(item)));
        return values;
    }

    private static Map<String, Value> entries(JsonNode object) {
        var entries = new LinkedHashMap<String, Value>();
        object.properties().forEach(entry -> entries.put(entry.getKey(), value(entry.getValue())));
        return entries;
    }

    private static double real(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }
}
