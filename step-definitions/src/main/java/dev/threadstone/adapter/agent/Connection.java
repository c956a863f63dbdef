package dev.threadstone.adapter.agent;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.threadstone.spi.AdapterException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * One non-blocking connection from an agent: lines of JSON, or after the first line a stream of raw bytes. Bytes are read
 * by whoever polls the selector, in the scenario's own thread: a reader thread in between would let a report be overtaken
 * by the verdict.
 */
final class Connection implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_QUOTE = 200;
    /** Messages are small: who leaves no room for one is not reading. */
    private static final Duration STUCK = Duration.ofSeconds(5);

    private final SocketChannel channel;
    private final SelectionKey key;
    private final Traffic traffic;
    private final ByteBuffer buffer = ByteBuffer.allocate(32 * 1024);
    private final ByteArrayOutputStream unread = new ByteArrayOutputStream();
    private boolean ended;

    Connection(SocketChannel channel, Selector selector, Traffic traffic) throws IOException {
        this.channel = channel;
        this.traffic = traffic;
        channel.configureBlocking(false);
        key = channel.register(selector, SelectionKey.OP_READ, this);
    }

    /** Takes in whatever has arrived; whether that was anything, the end of the stream included. */
    boolean drain() {
        boolean any = false;
        try {
            int count;
            while ((count = channel.read(buffer.clear())) > 0) {
                unread.write(buffer.array(), 0, count);
                any = true;
            }
            if (count == 0) {
                return any;
            }
        } catch (IOException broken) {
            ended = true; // a reset is the way in which some systems report that the peer died
        }
        ended = true;
        key.cancel();
        return true;
    }

    /** Whether the other side has closed it. */
    boolean ended() {
        return ended;
    }

    /** The complete messages that have arrived since the last call. */
    List<JsonNode> messages() {
        var messages = new ArrayList<JsonNode>();
        if (unread.size() == 0) {
            return messages;
        }
        var bytes = unread.toByteArray();
        int start = 0;
        for (int end = start; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                messages.add(parse(new String(bytes, start, end - start, StandardCharsets.UTF_8)));
                start = end + 1;
            }
        }
        keep(bytes, start);
        return messages;
    }

    /** The first complete message alone, or an empty list. */
    List<JsonNode> firstMessage() {
        var bytes = unread.toByteArray();
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == '\n') {
                keep(bytes, end + 1);
                return List.of(parse(new String(bytes, 0, end, StandardCharsets.UTF_8)));
            }
        }
        return List.of();
    }

    /** Moves the raw bytes that have arrived to a tail. */
    void moveTo(OutputTail tail) {
        var bytes = unread.toByteArray();
        tail.append(bytes, 0, bytes.length);
        unread.reset();
    }

    /**
     * Sends one message.
     *
     * @return false if the other side has gone, or takes nothing any more
     */
    boolean send(JsonNode message) {
        traffic.toAgent(message);
        var bytes = ByteBuffer.wrap((message + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            var patience = new Patience(STUCK);
            while (bytes.hasRemaining() && !patience.isOver()) {
                if (channel.write(bytes) == 0) {
                    Thread.onSpinWait();
                }
            }
            return !bytes.hasRemaining();
        } catch (IOException gone) {
            return false;
        }
    }

    @Override
    public void close() {
        key.cancel();
        try {
            channel.close();
        } catch (IOException ignored) {
            ended = true; // nothing is left to be done about a connection that cannot even be closed
        }
    }

    private void keep(byte[] bytes, int start) {
        unread.reset();
        unread.write(bytes, start, bytes.length - start);
    }

    private JsonNode parse(String line) {
        try {
            var message = JSON.readTree(line);
            traffic.fromAgent(message);
            return message;
        } catch (JsonProcessingException notJson) {
            var quote = line.length() <= LONGEST_QUOTE ? line : line.substring(0, LONGEST_QUOTE) + "..";
            throw new AdapterException("The agent sent a line that is not JSON: " + quote, notJson);
        }
    }
}
