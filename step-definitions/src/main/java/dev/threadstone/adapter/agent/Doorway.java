package dev.threadstone.adapter.agent;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where the processes of one agent come to connect: a Unix domain socket, or a loopback port where there are none. */
final class Doorway implements AutoCloseable {

    /** Unix domain addresses end at 108 bytes, on some systems at 104. */
    private static final int LONGEST_PATH = 100;

    private final ServerSocketChannel server;
    private final String address;
    private final @Nullable Path path;

    private Doorway(ServerSocketChannel server, String address, @Nullable Path path) {
        this.server = server;
        this.address = address;
        this.path = path;
    }

    static Doorway open(Path path, Selector selector) throws IOException {
        var doorway = path.toString().length() <= LONGEST_PATH ? unixOrLoopback(path) : loopback();
        doorway.server.configureBlocking(false);
        doorway.server.register(selector, SelectionKey.OP_ACCEPT);
        return doorway;
    }

    private static Doorway unixOrLoopback(Path path) throws IOException {
        try {
            var server = bound(ServerSocketChannel.open(StandardProtocolFamily.UNIX), UnixDomainSocketAddress.of(path));
            return new Doorway(server, "unix:" + path, path);
        } catch (UnsupportedOperationException noUnixSockets) {
            return loopback();
        }
    }

    private static Doorway loopback() throws IOException {
        var server = bound(ServerSocketChannel.open(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        var port = ((InetSocketAddress) server.getLocalAddress()).getPort();
        return new Doorway(server, "tcp:127.0.0.1:" + port, null);
    }

    private static ServerSocketChannel bound(ServerSocketChannel server, SocketAddress address) throws IOException {
        try {
            return server.bind(address);
        } catch (IOException | RuntimeException failure) {
            server.close();
            throw failure;
        }
    }

    /** For the environment of the agent: {@code unix:/path} or {@code tcp:127.0.0.1:port}. */
    String address() {
        return address;
    }

    /** The next connection that waits, or null. */
    @Nullable SocketChannel accept() throws IOException {
        return server.accept();
    }

    @Override
    public void close() throws IOException {
        server.close();
        if (path != null) {
            Files.deleteIfExists(path);
        }
    }
}
