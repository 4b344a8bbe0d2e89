package org.hotline400.sip.internal.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.hotline400.sip.internal.timing.Timers;
import org.jspecify.annotations.Nullable;

/// The TCP listener and its connections, found by the address of the other end: a response, and a request to the
/// peer that opened a connection, travel on that connection (RFC 3261 §18.2.2, RFC 5923 in its simplest form).
final class TcpPort {

    private final ServerSocketChannel listener;
    private final TcpLimits limits;
    private final Openers openers;
    private final Map<InetSocketAddress, TcpConnection> connections = new HashMap<>();
    private @Nullable Selector selector;
    private @Nullable Timers timers;
    private Receiver receiver = (message, source) -> {};

    private TcpPort(ServerSocketChannel listener, TcpLimits limits) {
        this.listener = listener;
        this.limits = limits;
        this.openers = new Openers(limits);
    }

    static TcpPort open(InetSocketAddress address, TcpLimits limits) throws IOException {
        ServerSocketChannel listener = ServerSocketChannel.open();
        try {
            listener.setOption(StandardSocketOptions.SO_REUSEADDR, true);
            listener.bind(address, 1024);
            listener.configureBlocking(false);
            return new TcpPort(listener, limits);
        } catch (IOException | RuntimeException e) {
            listener.close();
            throw e;
        }
    }

    void register(Selector loop) throws IOException {
        selector = loop;
        listener.register(loop, SelectionKey.OP_ACCEPT, this);
    }

    void start(Receiver messages, Timers wheel) {
        receiver = messages;
        timers = wheel;
    }

    int connections() {
        return connections.size();
    }

    void ready(SelectionKey key) throws IOException {
        if (key.attachment() instanceof TcpConnection connection) {
            connection.ready(receiver);
        } else {
            accept();
        }
    }

    private void accept() throws IOException {
        for (SocketChannel channel = listener.accept(); channel != null; channel = listener.accept()) {
            var peer = (InetSocketAddress) channel.getRemoteAddress();
            if (connections.size() >= limits.all() || !openers.mayOpen(peer)) {
                channel.close();
            } else {
                adopt(channel, peer, SelectionKey.OP_READ, () -> forgetAccepted(peer));
                openers.opened(peer);
            }
        }
    }

    private void forgetAccepted(InetSocketAddress peer) {
        connections.remove(peer);
        openers.closed(peer);
    }

    private TcpConnection adopt(SocketChannel channel, InetSocketAddress peer, int interest, Runnable closed)
            throws IOException {
        try {
            channel.configureBlocking(false);
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            SelectionKey key = channel.register(java.util.Objects.requireNonNull(selector), interest);
            var connection = new TcpConnection(channel, key, peer, java.util.Objects.requireNonNull(timers), closed);
            key.attach(connection);
            connections.put(peer, connection);
            return connection;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    void send(InetSocketAddress peer, byte[] message, Consumer<String> failed) {
        TcpConnection connection = connections.get(peer);
        if (connection == null) {
            connection = connect(peer);
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
            TcpConnection connection =
                    adopt(SocketChannel.open(), peer, SelectionKey.OP_CONNECT, () -> connections.remove(peer));
            return connection.connect() ? connection : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    void close() throws IOException {
        listener.close();
        new ArrayList<>(connections.values()).forEach(TcpConnection::close);
    }
}
