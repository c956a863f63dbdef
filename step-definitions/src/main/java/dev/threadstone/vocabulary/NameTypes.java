package dev.threadstone.vocabulary;

import dev.threadstone.world.Kind;
import dev.threadstone.world.World;
import io.cucumber.java.ParameterType;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Parameter types that are names. They look alike and differ in what they resolve to. */
public final class NameTypes {

    private static final Set<Kind> ACTORS = EnumSet.of(Kind.THREAD, Kind.TASK);
    private static final Set<Kind> THREADS = EnumSet.of(Kind.THREAD, Kind.TIMER, Kind.NATIVE_THREAD);
    private static final Set<Kind> ACQUIRABLE =
            EnumSet.of(Kind.LOCK, Kind.RLOCK, Kind.CONDITION, Kind.SEMAPHORE, Kind.BOUNDED_SEMAPHORE);
    private static final Set<Kind> WAITABLE = EnumSet.of(Kind.EVENT, Kind.CONDITION, Kind.BARRIER, Kind.NATIVE_GATE);
    private static final Set<Kind> CANCELLABLE = EnumSet.of(Kind.FUTURE, Kind.TIMER);

    private static final Set<Kind> QUEUES =
            EnumSet.of(Kind.QUEUE, Kind.LIFO_QUEUE, Kind.PRIORITY_QUEUE, Kind.SIMPLE_QUEUE);
    private static final Set<Kind> JOINABLE =
            EnumSet.of(Kind.THREAD, Kind.TIMER, Kind.NATIVE_THREAD, Kind.QUEUE, Kind.LIFO_QUEUE, Kind.PRIORITY_QUEUE);
    private static final Set<Kind> CLOSEABLE =
            EnumSet.of(Kind.QUEUE, Kind.LIFO_QUEUE, Kind.PRIORITY_QUEUE, Kind.THREAD_POOL_EXECUTOR);

    private final World world;

    public NameTypes(World world) {
        this.world = world;
    }

    @ParameterType(Patterns.NAME)
    public Actor thread(String name) {
        return new Actor(world.names().resolve(name, ACTORS));
    }

    @ParameterType(Patterns.SEVERAL_NAMES)
    public List<Actor> threads(String names) {
        return split(names).map(this::thread).toList();
    }

    @ParameterType(Patterns.NAME)
    public Thing task(String name) {
        return thing(name, Kind.TASK);
    }

    @ParameterType(Patterns.NAME)
    public Thing primitive(String name) {
        return thing(name, ACQUIRABLE);
    }

    @ParameterType(Patterns.NAME)
    public Thing event(String name) {
        return thing(name, Kind.EVENT);
    }

    @ParameterType(Patterns.NAME)
    public Thing condition(String name) {
        return thing(name, Kind.CONDITION);
    }

    @ParameterType(Patterns.NAME)
    public Thing waitable(String name) {
        return thing(name, WAITABLE);
    }

    @ParameterType(Patterns.NAME)
    public Thing startable(String name) {
        return thing(name, THREADS);
    }

    @ParameterType(Patterns.NAME)
    public Thing joinable(String name) {
        return thing(name, JOINABLE);
    }

    @ParameterType(Patterns.NAME)
    public Thing queue(String name) {
        return thing(name, QUEUES);
    }

    @ParameterType(Patterns.NAME)
    public Thing closeable(String name) {
        return thing(name, CLOSEABLE);
    }

    @ParameterType(Patterns.NAME)
    public Thing future(String name) {
        return thing(name, Kind.FUTURE);
    }

    @ParameterType(Patterns.NAME)
    public Thing executor(String name) {
        return thing(name, Kind.THREAD_POOL_EXECUTOR);
    }

    @ParameterType(Patterns.NAME)
    public Thing cancellable(String name) {
        return thing(name, CANCELLABLE);
    }

    @ParameterType(Patterns.NAME)
    public Thing subject(String name) {
        return new Thing(name, world.names().kindOf(name));
    }

    @ParameterType(Patterns.SEVERAL_NAMES)
    public List<Thing> subjects(String names) {
        return split(names).map(this::subject).toList();
    }

    @ParameterType(Patterns.NAME)
    public Thing variable(String name) {
        return thing(name, Kind.VARIABLE);
    }

    @ParameterType(Patterns.NAME)
    public Thing context_variable(String name) {
        return thing(name, Kind.CONTEXT_VAR);
    }

    @ParameterType(Patterns.NAME)
    public Thing context(String name) {
        return thing(name, Kind.CONTEXT);
    }

    @ParameterType(Patterns.NAME)
    public Thing token(String name) {
        return thing(name, Kind.TOKEN);
    }

    @ParameterType(Patterns.NAME)
    public Thing module(String name) {
        return thing(name, Kind.MODULE);
    }

    @ParameterType(Patterns.NAME)
    public Thing failure(String name) {
        return thing(name, Kind.ERROR);
    }

    @ParameterType(Patterns.NAME)
    public String new_name(String name) {
        return name;
    }

    @ParameterType(Patterns.SEVERAL_NAMES)
    public List<String> new_names(String names) {
        return split(names).toList();
    }

    @ParameterType(Patterns.CLASS_NAME)
    public String new_class(String name) {
        return name;
    }

    @ParameterType(Patterns.NAME_LIST)
    public List<Thing> name_list(String names) {
        return split(names).map(this::subject).toList();
    }

    /** One or more futures, or the word none. */
    @ParameterType(Patterns.NAME_LIST)
    public List<Thing> futures(String names) {
        return names.equals("none") ? List.of() : split(names).map(this::future).toList();
    }

    private Thing thing(String name, Kind kind) {
        return thing(name, EnumSet.of(kind));
    }

    private Thing thing(String name, Set<Kind> wanted) {
        world.names().resolve(name, wanted);
        return new Thing(name, world.names().kindOf(name));
    }

    private static Stream<String> split(String names) {
        return Arrays.stream(names.split(", | and ", -1));
    }
}
