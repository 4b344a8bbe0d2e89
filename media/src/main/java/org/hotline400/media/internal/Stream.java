package org.hotline400.media.internal;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.media.AudioSink;
import org.hotline400.media.AudioSource;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.media.MediaEvent;
import org.hotline400.media.MediaListener;
import org.hotline400.media.StreamQuality;
import org.hotline400.media.StreamStatistics;
import org.hotline400.media.StreamTerms;
import org.jspecify.annotations.Nullable;

/// The state of one port, touched by its media thread only.
final class Stream implements Account {
    private static final int COMFORT_NOISE = 13;
    /// RTP payload types that are RTCP packet types without their top bit (RFC 5761 §4).
    private static final int FIRST_CONTROL = 64;

    private static final int LAST_CONTROL = 95;
    /// A second, in samples. A source that is silent for so long after its terms were confirmed has moved.
    private static final long CONFIRMATION = 8000;

    final Playout playout = new Playout();
    final PeerSocket socket;
    private final MediaListener listener;
    private final MediaTime time;
    /// Whom the port served before.
    private final Predecessors before;
    private final AtomicInteger playbacks;
    private final Tally tally = new Tally();
    private final ReceivedStream in = new ReceivedStream(tally);
    private final Outgoing out;
    private final Control control;
    private final SilenceWatch silence = new SilenceWatch();
    private volatile @Nullable StreamTerms terms;
    /// Null until the peer sends a telephone event.
    private @Nullable KeyReceiver keysIn;
    /// Null until a key is pressed.
    private @Nullable KeySender keysOut;
    private @Nullable Prompt prompt;
    /// Heard before all else; null nearly always.
    private @Nullable AudioSource interjection;
    private @Nullable BridgeLink link;
    private @Nullable Stream partner;
    private boolean confirming;
    private long lastTick;

    Stream(SocketPair sockets, MediaListener listener, MediaTime time, AtomicInteger playbacks) {
        this.socket = new PeerSocket(sockets.rtp, time, sockets.predecessors);
        this.out = new Outgoing(socket, tally);
        this.control = new Control(sockets, time, out, in, tally);
        this.listener = listener;
        this.time = time;
        this.before = sockets.predecessors;
        this.playbacks = playbacks;
    }

    /// What is agreed again as it was, say by a session that is only refreshed, changes nothing while the peer
    /// is heard: the source stays locked. If it is not, its NAT may have moved it.
    void connect(StreamTerms agreed) {
        if (agreed.equals(terms)) {
            confirming = socket.latched() && agreed.receives();
            return;
        }
        long now = time.now();
        silence.heard(now);
        open(agreed, now);
        terms = agreed;
    }

    private void open(StreamTerms agreed, long now) {
        confirming = false;
        socket.open(agreed.remote());
        control.open(agreed, now);
    }

    void expect(Duration most) {
        silence.expect(most, time.now());
    }

    void play(Prompt next) {
        if (link != null && next.order < link.order) {
            return;
        }
        endPrompt();
        prompt = next;
        playbacks.incrementAndGet();
    }

    void interject(AudioSource source) {
        interjection = source;
    }

    void press(String keys) {
        if (keysOut == null) {
            keysOut = new KeySender();
        }
        keysOut.add(keys);
    }

    /// Whether keys pressed as tones are to be found, too. A peer that sends telephone events is taken at its
    /// word and its tones are ignored: each key is told once.
    void hearKeysInBand(boolean on) {
        AudioSink finder = on ? new KeyTones(this::toneFound) : AudioSink.NONE;
        playout.keys(finder, lastTick);
    }

    void join(BridgeLink joined, Stream other) {
        if (link != null) {
            link.close();
        }
        if (prompt != null && prompt.order < joined.order) {
            endPrompt();
        }
        out.stopRelaying();
        link = joined;
        partner = other;
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
        if (link != null && link.closed()) {
            part();
            out.stopRelaying();
        }
        StreamTerms agreed = terms;
        KeySender keys = keysOut;
        if (keys != null && keys.busy() && agreed != null) {
            pressNext(keys, agreed, now);
        } else if (!interjected(agreed, now) && prompt != null) {
            playNext(prompt, agreed, now);
        }
        playout.tick(now);
        control.tick(socket, now);
        if (confirming && agreed != null && now - silence.last() >= CONFIRMATION) {
            open(agreed, now);
        }
        // Who holds us may be silent, and so may who only listens.
        if (agreed != null && agreed.receives() && agreed.sends()) {
            silence.tick(now).ifPresent(since -> tell(new MediaEvent.Silent(since)));
        }
    }

    /// Takes a packet that came to our port. What the peer sends of no agreed kind is passed over, but it is no
    /// loss.
    void received(InetSocketAddress from, RtpPacket packet, long now) {
        StreamTerms agreed = terms;
        boolean event = agreed != null && agreed.receiveEvents().orElse(-1) == packet.payloadType;
        Codec codec = event ? null : codec(packet.payloadType);
        if (agreed == null || !mayHear(from, event || codec == agreed.codec(), now)) {
            tally.increment(Count.FOREIGN);
            return;
        }
        heard(now);
        if (!event && codec == null && isOfNoStream(packet)) {
            tally.increment(Count.FOREIGN);
            return;
        }
        if (!in.sequence.accept(packet.ssrc, packet.sequence)) {
            return;
        }
        if (event) {
            event(packet, now);
        } else if (codec != null) {
            audio(packet, codec, agreed, now);
        } else {
            pause(packet);
        }
    }

    /// Takes a datagram that came to our control port. A peer that reports is there, even if it says nothing.
    void controlled(InetSocketAddress from, ByteBuffer datagram, long now) {
        if (control.received(from, datagram, socket)) {
            heard(now);
        }
    }

    private void heard(long now) {
        confirming = false;
        silence.heard(now);
    }

    /// Reports that came to the wrong port, and keep-alives of another source (RFC 6263): their numbers are
    /// none of the stream's.
    private boolean isOfNoStream(RtpPacket packet) {
        int type = packet.payloadType;
        return (type >= FIRST_CONTROL && type <= LAST_CONTROL)
                || (type != COMFORT_NOISE && packet.ssrc != in.sequence.ssrc());
    }

    void foreign() {
        tally.increment(Count.FOREIGN);
    }

    @Override
    public StreamStatistics statistics() {
        return new StreamStatistics(
                tally.get(Count.SENT), tally.get(Count.RECEIVED), tally.get(Count.LOST), tally.get(Count.FOREIGN));
    }

    @Override
    public StreamQuality quality() {
        return Judgement.of(Optional.ofNullable(terms), tally, in, control.reports());
    }

    /// Ends everything but the sockets. A bridge's other side ends with it.
    void close() {
        interjection = null;
        endPrompt();
        endBridge();
        playout.close();
        control.close(socket);
    }

    void endBridge() {
        if (link != null) {
            link.close();
            part();
            out.stopRelaying();
        }
    }

    private void part() {
        link = null;
        partner = null;
    }

    /// Whom the port has served up to now, for the next one. Who was never heard is remembered only when nobody was
    /// before.
    Predecessors predecessors() {
        InetSocketAddress named = socket.named();
        if (named == null || (!socket.latched() && !before.isEmpty())) {
            return before;
        }
        InetSocketAddress source = socket.source();
        InetSocketAddress reports = control.source();
        long now = time.now();
        Predecessor last = new Predecessor(
                named, source == null ? named : source, reports == null ? named : reports, now + Predecessor.MEMORY);
        return before.and(last, now);
    }

    private @Nullable Stream partner() {
        return link == null || link.closed() ? null : partner;
    }

    private void audio(RtpPacket packet, Codec codec, StreamTerms agreed, long now) {
        in.arrivals.arrived(packet, now);
        if (!agreed.receives()) {
            return;
        }
        playout.said(packet, codec, now);
        Stream other = partner();
        if (other != null) {
            other.relay(packet, codec, now);
        }
    }

    /// Comfort noise (RFC 3389), which stands for silence and is passed on as silence; or a kind nobody agreed
    /// on. Either way the other side is not to miss a packet.
    private void pause(RtpPacket packet) {
        if (packet.payloadType != COMFORT_NOISE) {
            tally.increment(Count.FOREIGN);
        }
        Stream other = partner();
        if (other != null) {
            other.out.stopRelaying();
        }
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
        if (keysIn == null) {
            tell(new MediaEvent.KeyPressed(key));
        }
    }

    private void event(RtpPacket packet, long now) {
        if (keysIn == null) {
            keysIn = new KeyReceiver();
        }
        char key = keysIn.accept(packet);
        Stream other = partner();
        if (other != null) {
            other.relayEvent(packet, key, now);
        }
        if (key != 0) {
            tell(new MediaEvent.KeyPressed(key));
        }
    }

    private void relay(RtpPacket packet, Codec codec, long now) {
        StreamTerms agreed = terms;
        if (agreed == null || !agreed.sends()) {
            return;
        }
        if (occupied()) {
            out.stopRelaying();
            return;
        }
        byte[] codes = packet.payload;
        if (codec != agreed.codec()) {
            codes = Workbench.mine().codes;
            System.arraycopy(packet.payload, 0, codes, 0, packet.length);
            G711.transcode(codec, agreed.codec(), codes, packet.length);
        }
        out.relay(packet, agreed.codec().payloadType(), packet.length, codes, now);
        playout.relayed(packet, codec, now);
    }

    private void relayEvent(RtpPacket packet, char key, long now) {
        StreamTerms agreed = terms;
        if (agreed == null || !agreed.sends() || packet.length < 4) {
            return;
        }
        if (agreed.sendEvents().isEmpty()) {
            if (key != 0) {
                press(String.valueOf(key));
            }
        } else if (occupied()) {
            out.stopRelaying();
        } else {
            int duration = ((packet.payload[2] & 0xFF) << 8) | (packet.payload[3] & 0xFF);
            out.relay(packet, agreed.sendEvents().getAsInt(), duration, packet.payload, now);
        }
    }

    /// Whether something of our own is being sent, which comes before what is relayed.
    private boolean occupied() {
        return prompt != null || interjection != null || (keysOut != null && keysOut.busy());
    }

    private void pressNext(KeySender keys, StreamTerms agreed, long now) {
        if (agreed.sends()) {
            playout.played(keys.tick(out, agreed, now), now);
        } else {
            keys.clear();
        }
    }

    private void playNext(Prompt playing, @Nullable StreamTerms agreed, long now) {
        if (playing.stopped()) {
            endPrompt();
            return;
        }
        StreamTerms audible = agreed != null && agreed.sends() ? agreed : null;
        short[] frame = Workbench.mine().frame;
        if (!read(playing.source, frame)) {
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

    /// @return whether this moment belongs to an interjection
    private boolean interjected(@Nullable StreamTerms agreed, long now) {
        if (interjection == null) {
            return false;
        }
        StreamTerms audible = agreed != null && agreed.sends() ? agreed : null;
        short[] frame = Workbench.mine().frame;
        boolean goesOn = read(interjection, frame);
        if (!goesOn) {
            interjection = null;
        }
        if (audible != null && goesOn) {
            out.frame(frame, audible, now);
            playout.played(frame, now);
        } else if (audible != null) {
            out.flush(audible);
        }
        return goesOn;
    }

    private static boolean read(AudioSource source, short[] frame) {
        try {
            return source.read(frame);
        } catch (RuntimeException | Error e) {
            Guard.report("audio source", e);
            return false;
        }
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
