package dev.threadstone.adapter.agent;

import dev.threadstone.spi.AdapterException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The connections of one agent, by the roles in which they have introduced themselves. */
final class Switchboard implements AutoCloseable {

    private final Selector selector;
    private final Doorway doorway;
    private final Traffic traffic;
    private final String token = UUID.randomUUID().toString();
    private final List<Connection> strangers = new ArrayList<>();
    private final Map<String, Connection> connections = new HashMap<>();
    private final Map<String, Greeting> greetings = new HashMap<>();

    private Switchboard(Selector selector, Doorway doorway, Traffic traffic) {
        this.selector = selector;
        this.doorway = doorway;
        this.traffic = traffic;
    }

    /**
     * Begins to listen.
     *
     * @param socket where, if this system has such sockets
     */
    static Switchboard open(Path socket, Traffic traffic) throws IOException {
        var selector = Selector.open();
        return new Switchboard(selector, Doorway.open(socket, selector), traffic);
    }

    /** Where the agent is to connect. */
    String address() {
        return doorway.address();
    }

    /** What the agent has to say to prove that it is the one that was started. */
    String token() {
        return token;
    }

    Selector selector() {
        return selector;
    }

    boolean has(String role) {
        return connections.containsKey(role);
    }

    Connection connection(String role) {
        return known(connections.get(role), role);
    }

    Greeting greeting(String role) {
        return known(greetings.get(role), role);
    }

    /** Closes a connection and forgets it. */
    void hangUp(String role) {
        var connection = connections.remove(role);
        greetings.remove(role);
        if (connection != null) {
            connection.close();
        }
    }

    /**
     * Takes in whatever has arrived on any connection, waiting for it if there is nothing.
     *
     * @param millis how long to wait at most; 0 for not at all
     * @return whether there was anything
     */
    boolean poll(long millis) {
        try {
            if (millis == 0) {
                selector.selectNow();
            } else {
                selector.select(millis);
            }
            boolean any = false;
            for (var key : selector.selectedKeys()) {
                if (key.attachment() instanceof Connection connection) {
                    any |= connection.drain();
                } else {
                    any |= accept();
                }
            }
            selector.selectedKeys().clear();
            List.copyOf(strangers).forEach(this::introduce);
            return any;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (ClosedSelectorException closed) {
            throw new AdapterException("The run was ended while a session was open.", closed);
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        doorway.close();
    }

    private boolean accept() throws IOException {
        boolean any = false;
        for (var channel = doorway.accept(); channel != null; channel = doorway.accept()) {
            var stranger = new Connection(channel, selector, traffic);
            stranger.drain();
            strangers.add(stranger);
            any = true;
        }
        return any;
    }

    private void introduce(Connection stranger) {
        for (var message : stranger.firstMessage()) {
            var greeting = Greeting.of(message, token);
            strangers.remove(stranger);
            greetings.put(greeting.role(), greeting);
            connections.put(greeting.role(), stranger);
        }
    }

    private static <T> T known(@Nullable T entry, String role) {
        if (entry == null) {
            throw new IllegalStateException("Nobody has said hello as '" + role + "'.");
        }
        return entry;
    }
}
