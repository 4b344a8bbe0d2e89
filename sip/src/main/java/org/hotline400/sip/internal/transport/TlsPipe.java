package org.hotline400.sip.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.concurrent.RejectedExecutionException;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/// TLS on a socket (RFC 8446, RFC 5246), driven by the loop: the costly parts of the handshake run on [TlsWork]'s
/// threads. An idle connection holds no buffer: what is left over between two turns is copied out of the loop's own.
final class TlsPipe implements Pipe {

    /// Makes the engine; reads files.
    @FunctionalInterface
    interface Engines {
        SSLEngine make() throws IOException;
    }

    private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

    private final SocketChannel channel;
    private final TlsWork work;
    private final Engines engines;
    private final Runnable resumed;
    private @Nullable SSLEngine engine;
    private @Nullable IOException broken;
    private ByteBuffer unread = NOTHING;
    private ByteBuffer unsent = NOTHING;
    private boolean working;
    private boolean established;

    /// @param resumed runs on the loop when work done elsewhere lets it go on
    TlsPipe(SocketChannel channel, TlsWork work, Engines engines, Runnable resumed) {
        this.channel = channel;
        this.work = work;
        this.engines = engines;
        this.resumed = resumed;
    }

    @Override
    public boolean open() throws IOException {
        if (broken != null) {
            throw broken;
        }
        if (engine != null) {
            proceed(engine);
        } else if (!working) {
            elsewhere(this::begin);
        }
        return established;
    }

    private void begin() {
        try {
            SSLEngine made = engines.make();
            made.beginHandshake();
            engine = made;
        } catch (IOException e) {
            broken = e;
        } catch (RuntimeException e) {
            broken = new IOException("TLS cannot be set up", e);
        }
    }

    /// Runs work off the loop; until it is done nothing else touches the engine.
    private void elsewhere(Runnable task) throws IOException {
        working = true;
        try {
            work.run(task, () -> {
                working = false;
                resumed.run();
            });
        } catch (RejectedExecutionException e) {
            throw new IOException("too many TLS handshakes at a time", e);
        }
    }

    /// Takes the handshake as far as it goes without the peer.
    private void proceed(SSLEngine tls) throws IOException {
        while (!working) {
            switch (tls.getHandshakeStatus()) {
                case NEED_TASK -> {
                    refuseRenegotiation(tls);
                    elsewhere(() -> runTasks(tls));
                }
                case NEED_WRAP -> {
                    if (!flush()) {
                        return;
                    }
                    wrap(tls, NOTHING.duplicate());
                }
                case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
                    return;
                }
                case FINISHED, NOT_HANDSHAKING -> {
                    established = true;
                    return;
                }
            }
        }
    }

    /// A peer that agrees on everything anew, again and again, would keep us signing without ever connecting again.
    /// TLS 1.3 has no renegotiation (RFC 8446 §4.1.2).
    private void refuseRenegotiation(SSLEngine tls) throws SSLException {
        if (established && !tls.getSession().getProtocol().equals("TLSv1.3")) {
            throw new SSLException("it wants to negotiate TLS anew");
        }
    }

    private static void runTasks(SSLEngine tls) {
        for (Runnable task = tls.getDelegatedTask(); task != null; task = tls.getDelegatedTask()) {
            task.run();
        }
    }

    @Override
    public boolean reading() {
        return !working;
    }

    @Override
    public boolean holdsMore() {
        return unread.hasRemaining() && !working;
    }

    @Override
    public int read(ByteBuffer plain) throws IOException {
        SSLEngine tls = engine;
        if (tls == null || working) {
            return 0;
        }
        ByteBuffer cipher = work.in();
        cipher.clear().put(unread).flip();
        unread = NOTHING;
        try {
            return unwrap(tls, cipher, plain);
        } finally {
            unread = rest(cipher);
        }
    }

    private int unwrap(SSLEngine tls, ByteBuffer cipher, ByteBuffer plain) throws IOException {
        int before = plain.position();
        while (plain.position() == before) {
            SSLEngineResult result = tls.unwrap(cipher, plain);
            switch (result.getStatus()) {
                case CLOSED -> {
                    return -1;
                }
                case BUFFER_OVERFLOW -> throw new SSLException("a TLS record is longer than the buffer for it");
                case BUFFER_UNDERFLOW -> {
                    cipher.compact();
                    int count = channel.read(cipher);
                    cipher.flip();
                    if (count <= 0) {
                        return count;
                    }
                }
                case OK -> {
                    proceed(tls);
                    if (working || tls.getHandshakeStatus() == SSLEngineResult.HandshakeStatus.NEED_WRAP) {
                        return plain.position() - before;
                    }
                }
            }
        }
        return plain.position() - before;
    }

    @Override
    public void write(ByteBuffer plain) throws IOException {
        SSLEngine tls = engine;
        while (established && !working && tls != null && plain.hasRemaining() && flush()) {
            wrap(tls, plain);
        }
    }

    private void wrap(SSLEngine tls, ByteBuffer plain) throws IOException {
        ByteBuffer cipher = work.out();
        cipher.clear();
        SSLEngineResult result = tls.wrap(plain, cipher);
        if (result.getStatus() != SSLEngineResult.Status.OK && cipher.position() == 0) {
            throw new SSLException("TLS takes nothing more: " + result.getStatus());
        }
        cipher.flip();
        channel.write(cipher);
        unsent = rest(cipher);
    }

    @Override
    public boolean flush() throws IOException {
        if (unsent.hasRemaining()) {
            channel.write(unsent);
        }
        if (unsent.hasRemaining()) {
            return false;
        }
        unsent = NOTHING;
        return true;
    }

    private static ByteBuffer rest(ByteBuffer buffer) {
        if (!buffer.hasRemaining()) {
            return NOTHING;
        }
        ByteBuffer copy = ByteBuffer.allocate(buffer.remaining());
        copy.put(buffer).flip();
        return copy;
    }

    /// Sends the alert that is due: why the handshake failed, or close_notify (RFC 8446 §6.1).
    @Override
    public void close() {
        SSLEngine tls = engine;
        if (tls == null || working) {
            return;
        }
        try {
            tls.closeOutbound();
            while (flush() && !tls.isOutboundDone()) {
                wrap(tls, NOTHING.duplicate());
            }
        } catch (IOException e) {
            // The socket is gone: there is nobody to say it to.
        }
    }
}
