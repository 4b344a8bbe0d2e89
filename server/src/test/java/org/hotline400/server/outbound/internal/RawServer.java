package org.hotline400.server.outbound.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/// A server on loopback that answers with whatever bytes it is told, however long that takes.
final class RawServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Talk talk;
    private final boolean speaksFirst;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final List<String> heads = new CopyOnWriteArrayList<>();

    /// What it does with one connection after the head of the request.
    interface Talk {
        void answer(String head, OutputStream out) throws IOException, InterruptedException;
    }

    RawServer(Talk talk) {
        this("127.0.0.1", talk);
    }

    RawServer(String address, Talk talk) {
        this(address, talk, false);
    }

    private RawServer(String address, Talk talk, boolean speaksFirst) {
        this.talk = talk;
        this.speaksFirst = speaksFirst;
        try {
            this.listening = new ServerSocket(0, 50, InetAddress.ofLiteral(address));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread.ofVirtual().start(this::accept);
    }

    static RawServer saying(String answer) {
        return new RawServer((_, out) -> out.write(answer.getBytes(StandardCharsets.UTF_8)));
    }

    /// A server that speaks first, whatever the client says.
    static RawServer greeting(String text) {
        return new RawServer("127.0.0.1", (_, out) -> out.write(text.getBytes(StandardCharsets.UTF_8)), true);
    }

    private void accept() {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var head = speaksFirst ? "" : head(socket);
            heads.add(head);
            talk.answer(head, socket.getOutputStream());
        } catch (IOException | InterruptedException _) {
            // The client has gone.
        } finally {
            open.remove(socket);
        }
    }

    private static String head(Socket socket) throws IOException {
        var lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
        var head = new StringBuilder();
        for (var line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
            head.append(line).append('\n');
        }
        return head.toString();
    }

    /// The heads of the requests so far.
    List<String> heads() {
        return heads;
    }

    /// How many connections are open.
    int connections() {
        return open.size();
    }

    int port() {
        return listening.getLocalPort();
    }

    String url(String path) {
        return "http://" + listening.getInetAddress().getHostAddress() + ":" + port() + path;
    }

    @Override
    public void close() throws IOException {
        listening.close();
        for (var socket : open) {
            socket.close();
        }
    }
}
