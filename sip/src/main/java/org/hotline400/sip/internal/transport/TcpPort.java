package org.hotline400.sip.internal.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.Objects;
import java.util.function.Consumer;
import jdk.net.ExtendedSocketOptions;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.timing.Timers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A listener, if there is one, and the connections of its transport: a response, and a request to the peer that opened
/// a connection, travel on that connection (RFC 3261 §18.2.2, RFC 5923).
final class TcpPort {

    private static final Logger LOG = LoggerFactory.getLogger(TcpPort.class);
    private static final long QUIET = Duration.ofSeconds(10).toMillis();
    private static final int LONGEST_READ = 48 << 10;
    private static final int MOST_ACCEPTED_A_TURN = 256;

    /// Without file descriptors the listener stays ready although nobody can be taken: it would only spin the loop.
    private static final long PAUSE = Duration.ofSeconds(1).toMillis();

    /// The kernel finds a dead end of an idle connection in 60 + 3 · 10 s.
    private static final int KEEP_IDLE = 60;

    private static final int KEEP_INTERVAL = 10;
    private static final int KEEP_COUNT = 3;

    private final Transport transport;
    private final @Nullable ServerSocketChannel listener;
    private final TcpLimits limits;
    private final StreamTimes times;
    private final Openers openers;
    private final Connections connections;
    private @Nullable Selector selector;
    private @Nullable SelectionKey listening;
    private TcpConnection.@Nullable Ground ground;
    private TcpConnection.Pipes pipes = (channel, peer, ours, resume) -> new PlainPipe(channel);
    private long lastComplaint = -QUIET;

    private TcpPort(Transport transport, @Nullable ServerSocketChannel listener, TcpLimits limits, StreamTimes times) {
        this.transport = transport;
        this.listener = listener;
        this.limits = limits;
        this.times = times;
        this.openers = new Openers(limits);
        this.connections = new Connections(transport.isSecure());
    }

    static TcpPort open(InetSocketAddress address, TcpLimits limits) throws IOException {
        return listening(Transport.TCP, address, limits, StreamTimes.USUAL);
    }

    static TcpPort listening(Transport transport, InetSocketAddress address, TcpLimits limits, StreamTimes times)
            throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listener.bind(address, 1024);
            listener.configureBlocking(false);
            return new TcpPort(transport, listener, limits, times);
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    /// Without a listener: connections out only.
    static TcpPort outgoing(Transport transport, TcpLimits limits, StreamTimes times) {
        return new TcpPort(transport, null, limits, times);
    }

    /// What lies between its connections and their sockets; nothing by default.
    void pipes(TcpConnection.Pipes maker) {
        pipes = maker;
    }

    @Nullable
    InetSocketAddress address() throws IOException {
        return listener == null ? null : (InetSocketAddress) listener.getLocalAddress();
    }

    void register(Selector loop) throws IOException {
        selector = loop;
        if (listener != null) {
            listening = listener.register(loop, SelectionKey.OP_ACCEPT, this);
        }
    }

    void start(Receiver messages, Timers wheel) {
        ground = new TcpConnection.Ground(transport, wheel, times, ByteBuffer.allocate(LONGEST_READ), messages);
    }

    int connections() {
        return connections.size();
    }

    /// Takes who wants to connect; nobody for a moment when that fails.
    void accept() {
        if (listener == null) {
            return;
        }
        try {
            for (int i = 0; i < MOST_ACCEPTED_A_TURN; i++) {
                SocketChannel channel = listener.accept();
                if (channel == null) {
                    return;
                }
                greet(channel);
            }
        } catch (IOException e) {
            complain("SIP over {} takes no connections for a moment: {}", transport, e.toString());
            pause();
        }
    }

    private void pause() {
        SelectionKey key = listening;
        if (key != null && key.isValid()) {
            key.interestOps(0);
            timers().after(PAUSE, () -> {
                if (key.isValid()) {
                    key.interestOps(SelectionKey.OP_ACCEPT);
                }
            });
        }
    }

    private void greet(SocketChannel channel) throws IOException {
        try {
            var peer = (InetSocketAddress) channel.getRemoteAddress();
            boolean welcome = Objects.requireNonNull(ground).receiver().welcomes(new SipSource(transport, peer));
            if (!welcome || connections.size() >= limits.all() || !openers.mayOpen(peer)) {
                channel.close();
            } else {
                TcpConnection connection = adopt(channel, peer, false);
                openers.opened(peer);
                connection.begin();
            }
        } catch (IOException e) {
            LOG.debug("A {} connection ended before it began: {}", transport, e.toString());
            channel.close();
        }
    }

    private Timers timers() {
        return Objects.requireNonNull(ground).timers();
    }

    private long now() {
        return timers().now();
    }

    private void complain(String text, Object... facts) {
        if (now() - lastComplaint >= QUIET) {
            lastComplaint = now();
            LOG.warn(text, facts);
        }
    }

    private TcpConnection adopt(SocketChannel channel, InetSocketAddress peer, boolean ours) throws IOException {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            keepAlive(channel);
            SelectionKey key = channel.register(Objects.requireNonNull(selector), 0);
            var connection =
                    new TcpConnection(channel, key, peer, ours, Objects.requireNonNull(ground), pipes, this::closed);
            key.attach(connection);
            connections.add(connection);
            return connection;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static void keepAlive(SocketChannel channel) throws IOException {
        channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
        if (channel.supportedOptions().contains(ExtendedSocketOptions.TCP_KEEPIDLE)) {
            channel.setOption(ExtendedSocketOptions.TCP_KEEPIDLE, KEEP_IDLE);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPINTERVAL, KEEP_INTERVAL);
            channel.setOption(ExtendedSocketOptions.TCP_KEEPCOUNT, KEEP_COUNT);
        }
    }

    private void closed(TcpConnection connection, String why) {
        connections.remove(connection, now());
        if (!connection.isOurs()) {
            openers.closed(connection.peer());
        }
        boolean failed = transport.isSecure() && !connection.wasAgreed();
        if (failed && connection.isOurs()) {
            complain("SIP over TLS to {} failed: {}", connection.peer(), why);
        }
        LOG.debug("{} connection with {} is over: {}", transport, connection.peer(), why);
    }

    void send(InetSocketAddress peer, byte[] message, Consumer<String> failed) {
        TcpConnection connection = connections.find(peer);
        if (connection == null) {
            connection = connections.isGone(peer, now()) ? null : connect(peer);
        }
        if (connection == null) {
            failed.accept("no connection");
        } else {
            connection.send(message, failed);
        }
    }

    private @Nullable TcpConnection connect(InetSocketAddress peer) {
        if (connections.size() >= limits.all()) {
            return null;
        }
        try {
            TcpConnection connection = adopt(SocketChannel.open(), peer, true);
            connection.begin();
            return connection.isOpen() ? connection : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    void close() throws IOException {
        if (listener != null) {
            listener.close();
        }
        connections.all().forEach(connection -> connection.close("the stack closes"));
    }
}
