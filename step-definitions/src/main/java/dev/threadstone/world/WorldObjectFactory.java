package dev.threadstone.world;

import io.cucumber.core.backend.ObjectFactory;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Gives every scenario a {@link World} of its own and hands it to the glue: a glue class has one public constructor, which
 * takes the world or nothing. Cucumber keeps one factory for each of its threads.
 */
public final class WorldObjectFactory implements ObjectFactory {

    private final Map<Class<?>, Object> instances = new HashMap<>();
    private @Nullable World world;

    @Override
    public boolean addClass(Class<?> glueClass) {
        return true;
    }

    @Override
    public void start() {
        world = new World(ActiveRun.current());
    }

    @Override
    public void stop() {
        instances.clear();
        world = null;
    }

    @Override
    public <T> T getInstance(Class<T> type) {
        var existing = instances.get(type);
        if (existing != null) {
            return type.cast(existing);
        }
        var created = create(type);
        instances.put(type, created);
        return created;
    }

    private <T> T create(Class<T> type) {
        try {
            @SuppressWarnings("unchecked")
            var constructor = (Constructor<T>) type.getConstructors()[0];
            return constructor.getParameterCount() == 0 ? constructor.newInstance() : constructor.newInstance(world);
        } catch (InvocationTargetException failed) {
            throw new IllegalStateException("The constructor of " + type.getName() + " failed.", failed.getCause());
        } catch (ReflectiveOperationException | IllegalArgumentException unusable) {
            throw new IllegalStateException(
                    type.getName() + " needs one public constructor that takes a World or nothing.", unusable);
        }
    }
}
