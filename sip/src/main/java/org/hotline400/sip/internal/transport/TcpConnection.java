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

/// One TCP or TLS connection: cuts the stream into messages, holds what waits to be written, keeps itself alive and
/// finds out when the other end is dead.
final class TcpConnection {

    private static final int MOST_WAITING = 1 << 20;
    /// What an entry of the queue costs besides its bytes.
    private static final int ENTRY = 128;

    /// So much may wait for whoever connected to us before we read no more from them: who does not listen is not
    /// listened to. On connections of our own we read on, or two stacks could each wait for the other.
    private static final int MOST_WAITING_TO_READ = 64 << 10;

    private static final int MOST_READS_A_TURN = 16;
    private static final int MOST_UNPROVEN = 256;
    private static final long NEXT_TURN = 1;
    private static final long HELD_UP = 100;
    private static final byte[] PING = {'\r', '\n', '\r', '\n'};
    private static final byte[] PONG = {'\r', '\n'};

    /// What the port gives all its connections.
    ///
    /// @param buffer for plain bytes just read; the loop's thread alone uses it, within one turn
    record Ground(Transport transport, Timers timers, StreamTimes times, ByteBuffer buffer, Receiver receiver) {}

    /// Who hears that the connection is over.
    @FunctionalInterface
    interface Closed {
        void closed(TcpConnection connection, String why);
    }

    private enum Phase {
        CONNECTING,
        OPENING,
        STRANGE,
        SETTLED,
        CLOSED
    }

    private record Waiting(ByteBuffer bytes, Consumer<String> failed) {}

    private final SocketChannel channel;
    private final SelectionKey key;
    private final InetSocketAddress peer;
    private final boolean ours;
    private final Ground ground;
    private final Closed closed;
    private final Pipe pipe;
    private final Framing framing = new Framing();
    private final ArrayDeque<Waiting> waiting = new ArrayDeque<>(4);
    private final Stream stream = new Stream();

    /// Who sent something before the other end said a word. Over TLS 1.3 it may refuse our certificate, and a load
    /// balancer may find nobody behind it, after we have written: then that was not delivered.
    private final ArrayDeque<Consumer<String>> unproven = new ArrayDeque<>(2);
    private int waitingBytes;
    private boolean blocked;
    private boolean agreed;
    private boolean heard;
    private Phase phase;
    private final Vigil vigil;
    private Timer watch = Timer.NONE;

    /// @param key registered, with no interest yet
    /// @param ours whether we open it
    /// @param pipes makes what lies before the socket; its argument lets the connection go on after it paused
    TcpConnection(
            SocketChannel channel,
            SelectionKey key,
            InetSocketAddress peer,
            boolean ours,
            Ground ground,
            Pipes pipes,
            Closed closed) {
        this.channel = channel;
        this.key = key;
        this.peer = peer;
        this.ours = ours;
        this.ground = ground;
        this.closed = closed;
        this.pipe = pipes.make(channel, peer, ours, this::resume);
        this.vigil = new Vigil(ground.times(), ours, ground.timers().now());
        this.phase = ours ? Phase.CONNECTING : Phase.OPENING;
    }

    /// Makes the pipe of a connection.
    @FunctionalInterface
    interface Pipes {
        Pipe make(SocketChannel channel, InetSocketAddress peer, boolean ours, Runnable resume);
    }

    InetSocketAddress peer() {
        return peer;
    }

    boolean isOurs() {
        return ours;
    }

    /// Whether messages could pass at any time.
    boolean wasAgreed() {
        return agreed;
    }

    boolean isOpen() {
        return phase != Phase.CLOSED;
    }

    /// Begins: connects, or greets whoever connected.
    void begin() {
        try {
            if (!ours || channel.connect(peer)) {
                connected();
            } else {
                key.interestOps(SelectionKey.OP_CONNECT);
                within(ground.times().connecting(), "it did not answer in time");
            }
        } catch (IOException | RuntimeException e) {
            close(reason(e));
        }
    }

    private void within(Duration longest, String complaint) {
        watch.cancel();
        watch = ground.timers().after(longest.toMillis(), () -> close(complaint));
    }

    private void connected() throws IOException {
        phase = Phase.OPENING;
        within(ground.times().handshake(), "TLS was not agreed on in time");
        advance();
    }

    /// As far as it goes now.
    private void advance() throws IOException {
        if (phase == Phase.OPENING && pipe.open()) {
            opened();
        }
        flush();
    }

    private void opened() {
        agreed = true;
        vigil.used(ground.timers().now());
        if (ours) {
            settled();
        } else {
            phase = Phase.STRANGE;
            within(ground.times().firstMessage(), "no whole message came in time");
        }
    }

    private void settled() {
        phase = Phase.SETTLED;
        keepWatch();
    }

    private void keepWatch() {
        watch.cancel();
        if (isOpen()) {
            long left = vigil.due() - ground.timers().now();
            watch = ground.timers().after(Math.max(1, left), this::lookAround);
        }
    }

    private void lookAround() {
        switch (vigil.look(ground.timers().now())) {
            case Vigil.Wish.Nothing _ -> {}
            case Vigil.Wish.Ping _ -> write(PING, failure -> {});
            case Vigil.Wish.Close(String why) -> close(why);
        }
        keepWatch();
    }

    /// The selector says that something can be done.
    void ready() {
        try {
            if (phase == Phase.CONNECTING) {
                if (key.isConnectable() && channel.finishConnect()) {
                    connected();
                }
                return;
            }
            if (isOpen() && key.isWritable()) {
                advance();
            }
            if (isOpen() && key.isReadable()) {
                read();
            }
        } catch (IOException | RuntimeException e) {
            close(reason(e));
        }
    }

    /// Work that was done elsewhere, or bytes that were left for another turn, let it go on.
    private void resume() {
        if (!isOpen()) {
            return;
        }
        try {
            advance();
            if (isOpen()) {
                read();
            }
        } catch (IOException | RuntimeException e) {
            close(reason(e));
        }
    }

    private static String reason(Exception e) {
        Throwable root = e;
        while (root.getCause() instanceof IOException
                || root.getCause() instanceof java.security.GeneralSecurityException) {
            root = root.getCause();
        }
        String text = root.getMessage();
        return text == null ? root.getClass().getSimpleName() : text;
    }

    private boolean readsOn() {
        return ours || !blocked || waitingBytes <= MOST_WAITING_TO_READ;
    }

    private void read() throws IOException {
        if (!readsOn()) {
            againLater(HELD_UP);
            return;
        }
        ByteBuffer in = ground.buffer();
        for (int i = 0; i < MOST_READS_A_TURN; i++) {
            in.clear();
            int count = pipe.read(in);
            if (phase == Phase.OPENING) {
                advance();
            }
            if (count < 0) {
                close("the other end closed it");
                return;
            }
            if (count == 0) {
                flush();
                return;
            }
            in.flip();
            heard = true;
            unproven.clear();
            if (!ours) {
                vigil.used(ground.timers().now());
            }
            if (!ours && !ground.receiver().welcomes(new SipSource(ground.transport(), peer))) {
                close("its source is banned");
                return;
            }
            if (!framing.take(in, stream)) {
                close("what it sends cannot be cut into messages");
            }
            if (!isOpen()) {
                return;
            }
        }
        againLater(NEXT_TURN);
    }

    /// Bytes that the socket's readiness will not tell of are read in another turn, so that others get theirs.
    private void againLater(long milliseconds) {
        if (pipe.holdsMore()) {
            ground.timers().after(milliseconds, this::resume);
        }
    }

    private final class Stream implements Framing.Heard {

        @Override
        public void message(byte[] message) {
            vigil.used(ground.timers().now());
            if (phase == Phase.STRANGE) {
                settled();
            }
            ground.receiver().received(message, new SipSource(ground.transport(), peer));
        }

        @Override
        public void ping() {
            // Whoever pings without reading the answers gets no more of them.
            if (waiting.isEmpty() && !blocked) {
                write(PONG, failure -> {});
            }
        }

        @Override
        public void pong() {
            vigil.ponged();
        }

        @Override
        public boolean over() {
            return !isOpen();
        }
    }

    void send(byte[] message, Consumer<String> failed) {
        vigil.used(ground.timers().now());
        write(message, failed);
    }

    private void write(byte[] bytes, Consumer<String> failed) {
        if (!isOpen() || waitingBytes + bytes.length + ENTRY > MOST_WAITING) {
            failed.accept("the connection is closed or its backlog full");
            return;
        }
        waiting.add(new Waiting(ByteBuffer.wrap(bytes), failed));
        waitingBytes += bytes.length + ENTRY;
        try {
            flush();
        } catch (IOException | RuntimeException e) {
            close(reason(e));
        }
    }

    private void flush() throws IOException {
        if (phase == Phase.CONNECTING || phase == Phase.CLOSED) {
            return;
        }
        boolean passing = pipe.flush();
        while (passing && phase != Phase.OPENING && !waiting.isEmpty()) {
            ByteBuffer next = waiting.getFirst().bytes();
            int before = next.remaining();
            pipe.write(next);
            waitingBytes -= before - next.remaining();
            passing = pipe.flush() && !next.hasRemaining();
            if (next.remaining() < before) {
                vigil.moved();
            }
            if (!next.hasRemaining()) {
                waitingBytes -= ENTRY;
                written(waiting.removeFirst());
            }
        }
        blocked = !passing;
        interest();
    }

    private void written(Waiting done) {
        if (ours && !heard && unproven.size() < MOST_UNPROVEN) {
            unproven.add(done.failed());
        }
    }

    private void interest() {
        if (!isOpen()) {
            return;
        }
        if (!blocked) {
            vigil.moved();
        } else if (vigil.stuck(ground.timers().now()) && phase == Phase.SETTLED) {
            keepWatch();
        }
        // While TLS works elsewhere nothing can be written: the socket's readiness would only spin the loop.
        int wanted = (readsOn() ? SelectionKey.OP_READ : 0) | (blocked ? SelectionKey.OP_WRITE : 0);
        wanted = pipe.reading() ? wanted : 0;
        if (key.interestOps() != wanted) {
            key.interestOps(wanted);
        }
    }

    /// Ends it; whatever waits has failed.
    void close(String why) {
        if (!isOpen()) {
            return;
        }
        boolean connected = phase != Phase.CONNECTING;
        phase = Phase.CLOSED;
        watch.cancel();
        try {
            if (connected) {
                pipe.close();
            }
            channel.close();
        } catch (IOException e) {
            // It is gone either way.
        }
        closed.closed(this, why);
        unproven.forEach(failed -> failed.accept(why));
        unproven.clear();
        waiting.forEach(lost -> lost.failed().accept(why));
        waiting.clear();
    }
}
