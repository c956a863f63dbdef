package dev.threadstone.world;

import dev.threadstone.spi.Session;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that a scenario has declared, in the order of their declaration. {@code main} always exists. */
public final class Names {

    private final Map<String, Kind> kinds = new LinkedHashMap<>();

    Names() {
        kinds.put(Session.MAIN, Kind.THREAD);
    }

    /** Declares a name. Refuses one that is taken. */
    public String declare(String name, Kind kind) {
        var earlier = kinds.putIfAbsent(name, kind);
        if (earlier != null) {
            throw new ScenarioMistake("'" + name + "' is already declared, as " + described(earlier)
                    + ". Choose another name for the new " + kind.word() + ".");
        }
        return name;
    }

    /** These names, and others that are local to a function. They hide nothing. */
    public Names withLocals(Collection<String> locals) {
        var extended = new Names();
        extended.kinds.putAll(kinds);
        locals.forEach(local -> extended.kinds.putIfAbsent(local, Kind.OBJECT));
        return extended;
    }

    /** Whether something has this name. */
    public boolean isDeclared(String name) {
        return kinds.containsKey(name);
    }

    /** Whether something of this kind has this name. */
    public boolean isDeclared(String name, Kind kind) {
        return kinds.get(name) == kind;
    }

    /** All names of this kind, in the order of their declaration. */
    public List<String> ofKind(Kind kind) {
        return kinds.entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The kind of a declared name. */
    public Kind kindOf(String name) {
        var kind = kinds.get(name);
        if (kind == null) {
            throw new ScenarioMistake("Nothing is called '" + name + "'. Declared so far: " + inventory() + ".");
        }
        return kind;
    }

    /** The name itself, if what it stands for is of one of these kinds, or something that a call returned. */
    public String resolve(String name, Set<Kind> wanted) {
        var kind = kindOf(name);
        if (kind != Kind.OBJECT && !wanted.contains(kind)) {
            throw new ScenarioMistake("'" + name + "' is " + described(kind) + ", not "
                    + wanted.stream().map(Names::described).collect(Collectors.joining(" or ")) + ". Declared so far: "
                    + inventory() + ".");
        }
        return name;
    }

    private String inventory() {
        return kinds.entrySet().stream()
                .map(entry -> entry.getKey() + " (" + entry.getValue().word() + ")")
                .collect(Collectors.joining(", "));
    }

    private static String described(Kind kind) {
        var article = "aeiouAEIOU".indexOf(kind.word().charAt(0)) >= 0 || kind == Kind.RLOCK ? "an " : "a ";
        return article + kind.word();
    }
}
