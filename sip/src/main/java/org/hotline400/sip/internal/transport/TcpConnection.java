package org.hotline400.sip.internal.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.timing.Timers;

/// One TCP connection: cuts the stream into messages, and holds what waits to be written.
final class TcpConnection {

    private static final int MOST_WAITING = 1 << 20;
    private static final int MOST_READS_A_TURN = 16;
    private static final long IDLE = Duration.ofMinutes(15).toMillis();
    /// Whoever connects has so long for a first whole message, however its bytes trickle in.
    private static final long FIRST_MESSAGE = Duration.ofSeconds(30).toMillis();

    private static final long CONNECTING = Duration.ofSeconds(10).toMillis();
    private static final byte[] PONG = {'\r', '\n'};

    private final SocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress peer;
    private final Timers timers;
    private final Runnable closed;
    private final Framing framing = new Framing();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
    private final ByteBuffer in = ByteBuffer.allocate(8192);
    private int waitingBytes;
    private boolean open = true;
    private boolean introduced;
    private long lastUsed;
    private Timer watch;

    private record Waiting(ByteBuffer bytes, Consumer<String> failed) {}

    /// @param closed runs once, when the connection is gone
    TcpConnection(SocketChannel channel, SelectionKey key, InetSocketAddress peer, Timers timers, Runnable closed) {
        this.channel = channel;
        this.key = key;
        this.peer = peer;
        this.timers = timers;
        this.closed = closed;
        this.lastUsed = timers.now();
        this.watch = timers.after(FIRST_MESSAGE, this::closeIfSilent);
    }

    private void closeIfSilent() {
        if (introduced) {
            closeIfIdle();
        } else {
            close();
        }
    }

    private void closeIfIdle() {
        long left = lastUsed + IDLE - timers.now();
        if (left <= 0) {
            close();
        } else {
            watch = timers.after(left, this::closeIfIdle);
        }
    }

    /// @return false when it failed at once
    boolean connect() {
        watch.cancel();
        watch = timers.after(CONNECTING, this::close);
        try {
            if (channel.connect(peer)) {
                connected();
            }
        } catch (IOException | RuntimeException e) {
            close();
        }
        return open;
    }

    private void connected() {
        watch.cancel();
        watch = timers.after(IDLE, this::closeIfIdle);
        key.interestOps(SelectionKey.OP_READ);
        flush();
    }

    void ready(Receiver receiver) {
        try {
            if (key.isConnectable() && channel.finishConnect()) {
                connected();
            }
            if (open && key.isWritable()) {
                flush();
            }
            if (open && key.isReadable()) {
                read(receiver);
            }
        } catch (IOException | RuntimeException e) {
            close();
        }
    }

    private void read(Receiver receiver) throws IOException {
        lastUsed = timers.now();
        for (int i = 0; i < MOST_READS_A_TURN; i++) {
            in.clear();
            int count = channel.read(in);
            if (count <= 0) {
                if (count < 0) {
                    close();
                }
                return;
            }
            in.flip();
            boolean readable = framing.take(in, this::pong, message -> received(message, receiver));
            if (!readable) {
                close();
                return;
            }
        }
    }

    private void received(byte[] message, Receiver receiver) {
        introduced = true;
        receiver.received(message, new SipSource(Transport.TCP, peer));
    }

    /// Answers a keep-alive (RFC 5626 §3.5.1).
    private void pong() {
        send(PONG, failure -> {});
    }

    void send(byte[] message, Consumer<String> failed) {
        if (!open || waitingBytes + message.length > MOST_WAITING) {
            failed.accept("the connection is closed or its backlog full");
            return;
        }
        lastUsed = timers.now();
        waiting.add(new Waiting(ByteBuffer.wrap(message), failed));
        waitingBytes += message.length;
        if (channel.isConnected()) {
            flush();
        }
    }

    private void flush() {
        try {
            while (!waiting.isEmpty()) {
                ByteBuffer next = waiting.getFirst().bytes();
                waitingBytes -= channel.write(next);
                if (next.hasRemaining()) {
                    key.interestOps(SelectionKey.OP_READ | SelectionKey.OP_WRITE);
                    return;
                }
                waiting.removeFirst();
            }
            key.interestOps(SelectionKey.OP_READ);
        } catch (IOException | RuntimeException e) {
            close();
        }
    }

    void close() {
        if (!open) {
            return;
        }
        open = false;
        watch.cancel();
        try {
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
        closed.run();
        waiting.forEach(lost -> lost.failed().accept("the connection broke"));
        waiting.clear();
    }
}
