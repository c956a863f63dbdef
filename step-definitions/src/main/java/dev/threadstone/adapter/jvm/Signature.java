package dev.threadstone.adapter.jvm;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The parameters of an operation, written as in Python: {@code blocking=True, timeout=-1}. A {@code /} ends those that are
 * positional only, a {@code *} begins those that are keyword only, {@code *args} and {@code **kwargs} take the rest.
 * Immutable. Source: Python language reference, function definitions and calls.
 */
final class Signature {

    private final List<Parameter> parameters;

    private Signature(List<Parameter> parameters) {
        this.parameters = List.copyOf(parameters);
    }

    /** Reads a signature; the text comes from the implementer, so what is wrong with it is a fault of the adapter. */
    static Signature parse(String text) {
        var parameters = new ArrayList<Parameter>();
        var kind = Parameter.Kind.POSITIONAL_OR_KEYWORD;
        for (var part : text.isBlank() ? new String[0] : text.trim().split("\\s*,\\s*")) {
            if (part.equals("/")) {
                parameters.replaceAll(
                        given -> new Parameter(given.name(), Parameter.Kind.POSITIONAL_ONLY, given.defaultText()));
            } else if (part.equals("*")) {
                kind = Parameter.Kind.KEYWORD_ONLY;
            } else if (part.startsWith("**")) {
                parameters.add(new Parameter(part.substring(2), Parameter.Kind.REST_OF_KEYWORDS, null));
            } else if (part.startsWith("*")) {
                parameters.add(new Parameter(part.substring(1), Parameter.Kind.REST_OF_POSITIONAL, null));
                kind = Parameter.Kind.KEYWORD_ONLY;
            } else {
                parameters.add(parameter(part, kind));
            }
        }
        return new Signature(parameters);
    }

    private static Parameter parameter(String text, Parameter.Kind kind) {
        var equals = text.indexOf('=');
        return equals < 0
                ? new Parameter(text, kind, null)
                : new Parameter(text.substring(0, equals), kind, text.substring(equals + 1));
    }

    /**
     * Gives every parameter its value.
     *
     * @param function the name for error messages: {@code acquire}
     * @throws PythonException {@code TypeError} if an argument is surplus, unknown, doubled or missing
     */
    Args bind(String function, List<Object> positional, Map<String, Object> keywords) {
        var values = new LinkedHashMap<String, Object>();
        bindPositional(function, positional, values);
        bindKeywords(function, keywords, values);
        var given = Set.copyOf(values.keySet());
        bindDefaults(function, values);
        return new Args(function, values, given);
    }

    private void bindPositional(String function, List<Object> positional, Map<String, Object> values) {
        int next = 0;
        for (var parameter : parameters) {
            if (parameter.takesPosition() && next < positional.size()) {
                values.put(parameter.name(), positional.get(next++));
            } else if (parameter.kind() == Parameter.Kind.REST_OF_POSITIONAL) {
                values.put(parameter.name(), new PythonTuple(positional.subList(next, positional.size())));
                next = positional.size();
            }
        }
        if (next < positional.size()) {
            throw PythonException.typeError("%s() takes at most %d positional argument(s) but %d were given"
                    .formatted(function, next, positional.size()));
        }
    }

    private void bindKeywords(String function, Map<String, Object> keywords, Map<String, Object> values) {
        var rest = new LinkedHashMap<String, Object>();
        keywords.forEach((name, value) -> {
            var known = parameters.stream()
                    .anyMatch(parameter ->
                            parameter.takesKeyword() && parameter.name().equals(name));
            if (!known) {
                rest.put(name, value);
            } else if (values.putIfAbsent(name, value) != null) {
                throw PythonException.typeError("%s() got multiple values for argument '%s'".formatted(function, name));
            }
        });
        var restName = parameters.stream()
                .filter(parameter -> parameter.kind() == Parameter.Kind.REST_OF_KEYWORDS)
                .map(Parameter::name)
                .findFirst();
        if (restName.isPresent()) {
            values.put(restName.get(), rest);
        } else if (!rest.isEmpty()) {
            throw PythonException.typeError("%s() got an unexpected keyword argument '%s'"
                    .formatted(function, rest.keySet().iterator().next()));
        }
    }

    private void bindDefaults(String function, Map<String, Object> values) {
        for (var parameter : parameters) {
            if (!values.containsKey(parameter.name())) {
                if (parameter.defaultText() == null) {
                    throw PythonException.typeError(
                            "%s() missing required argument '%s'".formatted(function, parameter.name()));
                }
                values.put(parameter.name(), Literal.parse(parameter.defaultText()));
            }
        }
    }
}
