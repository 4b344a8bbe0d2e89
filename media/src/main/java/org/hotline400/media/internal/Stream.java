package org.hotline400.media.internal;

import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.media.AudioSink;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.media.MediaEvent;
import org.hotline400.media.MediaListener;
import org.hotline400.media.StreamStatistics;
import org.hotline400.media.StreamTerms;
import org.jspecify.annotations.Nullable;

/// The state of one port, touched by its media thread only.
final class Stream {
    private static final int COMFORT_NOISE = 13;

    final Playout playout = new Playout();
    final PeerSocket socket;
    private final MediaListener listener;
    private final MediaTime time;
    private final AtomicInteger playbacks;
    private final short[] frame = new short[MediaTime.FRAME];
    private final Counter sent = new Counter();
    private final Counter foreign = new Counter();
    private final ReceivedSequence sequence = new ReceivedSequence();
    private final KeyReceiver keysIn = new KeyReceiver();
    private final KeySender keysOut = new KeySender();
    private final Outgoing out;
    private final SilenceWatch silence = new SilenceWatch();
    private @Nullable StreamTerms terms;
    private @Nullable Prompt prompt;
    private @Nullable BridgeLink link;
    private boolean eventsSeen;
    private long lastTick;

    Stream(SocketPair sockets, MediaListener listener, MediaTime time, AtomicInteger playbacks) {
        this.socket = new PeerSocket(sockets.rtp(), time);
        this.out = new Outgoing(socket, sent);
        this.listener = listener;
        this.time = time;
        this.playbacks = playbacks;
    }

    void connect(StreamTerms agreed) {
        long now = time.now();
        if (terms == null || !terms.receives()) {
            silence.heard(now);
        }
        socket.open(agreed.remote());
        terms = agreed;
    }

    void play(Prompt next) {
        if (link != null && next.order < link.order) {
            return;
        }
        endPrompt();
        prompt = next;
        playbacks.incrementAndGet();
    }

    void press(String keys) {
        keysOut.add(keys);
    }

    /// Whether keys pressed as tones are to be found, too. A peer that sends telephone events is taken at its word
    /// and its tones are ignored: each key is told once.
    void hearKeysInBand(boolean on) {
        AudioSink finder = on ? new KeyTones(this::toneFound) : AudioSink.NONE;
        playout.keys(finder, lastTick);
    }

    void join(BridgeLink joined) {
        if (link != null) {
            link.close();
        }
        if (prompt != null && prompt.order < joined.order) {
            endPrompt();
        }
        out.stopRelaying();
        link = joined;
    }

    /// When it ticked last, or shall have: recordings are laid on this grid.
    long lastTick() {
        return lastTick;
    }

    void startAt(long tick) {
        lastTick = tick;
    }

    /// Twenty milliseconds have passed (more, when the clock fell behind: what was missed is not made up for).
    void tick(long now) {
        lastTick = now;
        socket.settle();
        if (link != null && link.closed()) {
            link = null;
            out.stopRelaying();
        }
        StreamTerms agreed = terms;
        if (keysOut.busy() && agreed != null) {
            pressNext(agreed, now);
        } else if (prompt != null) {
            playNext(prompt, agreed, now);
        }
        playout.tick(now);
        if (agreed != null && agreed.receives()) {
            silence.tick(now).ifPresent(since -> tell(new MediaEvent.Silent(since)));
        }
    }

    /// Takes a packet that came to our port.
    void received(InetSocketAddress from, RtpPacket in, long now) {
        StreamTerms agreed = terms;
        boolean event = agreed != null && agreed.receiveEvents().orElse(-1) == in.payloadType;
        Codec codec = event ? null : codec(in.payloadType);
        boolean known = event || codec != null || in.payloadType == COMFORT_NOISE;
        if (agreed == null || !known || !mayHear(from, event || codec == agreed.codec(), now)) {
            foreign.increment();
            return;
        }
        if (!sequence.accept(in.ssrc, in.sequence)) {
            return;
        }
        silence.heard(now);
        if (event) {
            event(in, now);
        } else if (codec != null) {
            playout.said(in, codec, now);
            if (link != null && !link.closed()) {
                link.other(this).relay(in, codec, now);
            }
        }
    }

    void foreign() {
        foreign.increment();
    }

    StreamStatistics statistics() {
        return new StreamStatistics(sent.get(), sequence.received.get(), sequence.lost.get(), foreign.get());
    }

    /// Ends everything but the sockets. A bridge's other side ends with it.
    void close() {
        endPrompt();
        if (link != null) {
            link.close();
        }
        playout.close();
    }

    private boolean mayHear(InetSocketAddress from, boolean agreedKind, long now) {
        if (!socket.mayHear(from, now)) {
            return false;
        }
        if (!socket.latched() && agreedKind) {
            socket.latchTo(from);
            tell(new MediaEvent.Latched(from));
        }
        return socket.latched();
    }

    private void toneFound(char key) {
        if (!eventsSeen) {
            tell(new MediaEvent.KeyPressed(key));
        }
    }

    private void event(RtpPacket in, long now) {
        eventsSeen = true;
        char key = keysIn.accept(in);
        if (link != null && !link.closed()) {
            link.other(this).relayEvent(in, key, now);
        }
        if (key != 0) {
            tell(new MediaEvent.KeyPressed(key));
        }
    }

    private void relay(RtpPacket in, Codec codec, long now) {
        StreamTerms agreed = terms;
        if (agreed == null || !agreed.sends()) {
            return;
        }
        if (occupied()) {
            out.stopRelaying();
            return;
        }
        byte[] codes = in.payload;
        if (codec != agreed.codec()) {
            codes = out.scratch();
            System.arraycopy(in.payload, 0, codes, 0, in.length);
            G711.transcode(codec, agreed.codec(), codes, in.length);
        }
        out.relay(in, agreed.codec().payloadType(), in.length, codes, now);
        playout.relayed(in, codec, now);
    }

    private void relayEvent(RtpPacket in, char key, long now) {
        StreamTerms agreed = terms;
        if (agreed == null || !agreed.sends() || in.length < 4) {
            return;
        }
        if (agreed.sendEvents().isEmpty()) {
            if (key != 0) {
                keysOut.add(String.valueOf(key));
            }
        } else if (occupied()) {
            out.stopRelaying();
        } else {
            int duration = ((in.payload[2] & 0xFF) << 8) | (in.payload[3] & 0xFF);
            out.relay(in, agreed.sendEvents().getAsInt(), duration, in.payload, now);
        }
    }

    /// Whether something of our own is being sent, which comes before what is relayed.
    private boolean occupied() {
        return prompt != null || keysOut.busy();
    }

    private void pressNext(StreamTerms agreed, long now) {
        if (agreed.sends()) {
            playout.played(keysOut.tick(out, agreed, now), now);
        } else {
            keysOut.clear();
        }
    }

    private void playNext(Prompt playing, @Nullable StreamTerms agreed, long now) {
        if (playing.stopped()) {
            endPrompt();
            return;
        }
        StreamTerms audible = agreed != null && agreed.sends() ? agreed : null;
        if (!read(playing)) {
            if (audible != null) {
                out.flush(audible);
            }
            endPrompt();
            tell(new MediaEvent.Played(playing));
        } else if (audible != null) {
            out.frame(frame, audible, now);
            playout.played(frame, now);
        }
    }

    private boolean read(Prompt playing) {
        boolean[] more = new boolean[1];
        Guard.run("audio source", () -> more[0] = playing.source.read(frame));
        return more[0];
    }

    private void endPrompt() {
        if (prompt != null) {
            prompt = null;
            playbacks.decrementAndGet();
        }
        out.discard();
    }

    private void tell(MediaEvent event) {
        Guard.run("media listener", () -> listener.on(event));
    }

    private static @Nullable Codec codec(int payloadType) {
        return switch (payloadType) {
            case 0 -> Codec.PCMU;
            case 8 -> Codec.PCMA;
            default -> null;
        };
    }
}
