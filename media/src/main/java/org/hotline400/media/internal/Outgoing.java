package org.hotline400.media.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.media.StreamTerms;

/// The one RTP stream that a port sends (RFC 3550 §5.1): one SSRC, one run of sequence numbers, and timestamps
/// that follow media time, whether the audio is a prompt, keys, or relayed from another port.
final class Outgoing {
    private static final int LARGEST_PACKET = 480;
    /// Relayed timestamps further than this from the clock mean that the source jumped.
    private static final int JUMP = 2 * 8000;
    private static final int SEQUENCE_JUMP = 1000;
    private static final short[] NOTHING = {};

    private final Wire wire;
    private final Tally tally;
    private final int ssrc = ThreadLocalRandom.current().nextInt();
    private final int timestampBase = ThreadLocalRandom.current().nextInt();
    private final long firstSequence = ThreadLocalRandom.current().nextInt(0x8000);
    private long sequence = firstSequence;
    private long octets;
    /// Media time up to which something was sent.
    private long end = Long.MIN_VALUE;

    /// Audio of our own that does not fill a packet yet; nothing where a frame fills one, as it mostly does.
    private short[] pending = NOTHING;
    private int pendingLength;
    private long pendingStart;

    private boolean relaying;
    private int relayedSsrc;
    private int relayedSequence;
    private int relayedTimestamp;
    private long relayFirst;
    private long relayAt;
    private long relayPosition;

    Outgoing(Wire wire, Tally tally) {
        this.wire = wire;
        this.tally = tally;
    }

    int ssrc() {
        return ssrc;
    }

    /// The RTP timestamp of a moment.
    int timestamp(long at) {
        return timestampBase + (int) at;
    }

    long packets() {
        return tally.get(Count.SENT);
    }

    /// Of payload, as sender reports count them.
    long octets() {
        return octets;
    }

    /// How many sequence numbers were used up to this one: more than packets where relayed ones were missing
    /// already. Not positive when no such number was used.
    ///
    /// @param number of which the lower sixteen bits count
    long numberedUpTo(int number) {
        return sequence - firstSequence - ((sequence - 1 - number) & 0xFFFF);
    }

    /// Where on the media time scale the next thing begins: now, or where the last one ends.
    long nextPosition(long now) {
        return Math.max(now, end);
    }

    /// Adds a frame of audio; packets leave as they fill up to the agreed packet time.
    void frame(short[] pcm, StreamTerms terms, long now) {
        relaying = false;
        if (pendingLength > 0 && pendingStart + pendingLength < now) {
            flush(terms);
        }
        if (pendingLength == 0) {
            pendingStart = nextPosition(now);
        }
        if (pendingLength == 0 && MediaTime.FRAME % packetSamples(terms) == 0) {
            packets(pcm, MediaTime.FRAME, terms);
        } else {
            append(pcm);
            keepFrom(packets(pending, pendingLength, terms));
        }
    }

    /// Sends what is left of a source that ended, filled up with silence.
    void flush(StreamTerms terms) {
        int size = packetSamples(terms);
        if (pendingLength > 0) {
            Arrays.fill(pending, pendingLength, Math.max(pendingLength, size), (short) 0);
            audio(pending, 0, size, terms.codec());
        }
        discard();
    }

    /// Forgets what has not filled a packet yet.
    void discard() {
        pendingLength = 0;
    }

    /// Sends one telephone event packet (RFC 4733 §2.3).
    void event(int payloadType, int code, boolean last, int duration, boolean first, long start) {
        relaying = false;
        ByteBuffer packet = header(payloadType, first, sequence, start);
        packet.put((byte) code).put((byte) (last ? 0x80 | 10 : 10)).putShort((short) duration);
        send(packet);
        sequence++;
        end = Math.max(end, start + duration);
    }

    /// Sends on a packet that another port received, under this stream's numbers: gaps and order are kept, so
    /// that the far end can tell what was lost.
    ///
    /// @param payloadType of this side
    /// @param samples how long its audio or event is
    void relay(RtpPacket in, int payloadType, int samples, byte[] payload, long now) {
        boolean first = !follows(in, now);
        if (first) {
            anchor(in, now);
        }
        long at = relayAt + (short) (in.sequence - relayedSequence);
        long position = relayPosition + (in.timestamp - relayedTimestamp);
        if (at < relayFirst) {
            return;
        }
        relayedSequence = in.sequence;
        relayedTimestamp = in.timestamp;
        relayAt = at;
        relayPosition = position;
        ByteBuffer packet = header(payloadType, in.marker || first, at, position);
        packet.put(payload, 0, in.length);
        send(packet);
        sequence = Math.max(sequence, at + 1);
        end = Math.max(end, position + samples);
    }

    /// The next relayed packet joins where the stream then is.
    void stopRelaying() {
        relaying = false;
    }

    private boolean follows(RtpPacket in, long now) {
        if (!relaying || in.ssrc != relayedSsrc) {
            return false;
        }
        int ahead = (short) (in.sequence - relayedSequence);
        long position = relayPosition + (in.timestamp - relayedTimestamp);
        return Math.abs(ahead) < SEQUENCE_JUMP && Math.abs(position - now) < JUMP;
    }

    private void anchor(RtpPacket in, long now) {
        discard();
        relaying = true;
        relayedSsrc = in.ssrc;
        relayedSequence = in.sequence;
        relayedTimestamp = in.timestamp;
        relayFirst = sequence;
        relayAt = sequence;
        relayPosition = nextPosition(now);
    }

    private void append(short[] pcm) {
        if (pending.length == 0) {
            pending = new short[LARGEST_PACKET + MediaTime.FRAME];
        }
        System.arraycopy(pcm, 0, pending, pendingLength, MediaTime.FRAME);
        pendingLength += MediaTime.FRAME;
    }

    /// Sends as many whole packets as there are.
    ///
    /// @return how many samples they took
    private int packets(short[] pcm, int length, StreamTerms terms) {
        int size = packetSamples(terms);
        int from = 0;
        for (; length - from >= size; from += size) {
            audio(pcm, from, size, terms.codec());
        }
        return from;
    }

    private void audio(short[] pcm, int from, int size, Codec codec) {
        long position = pendingStart + from;
        ByteBuffer packet = header(codec.payloadType(), position > end, sequence, position);
        for (int i = from; i < from + size; i++) {
            packet.put(G711.encode(codec, pcm[i]));
        }
        send(packet);
        sequence++;
        end = position + size;
    }

    private void keepFrom(int from) {
        pendingLength -= from;
        pendingStart += from;
        System.arraycopy(pending, from, pending, 0, pendingLength);
    }

    private ByteBuffer header(int payloadType, boolean marker, long number, long position) {
        return wire.blank()
                .put((byte) 0x80)
                .put((byte) (marker ? payloadType | 0x80 : payloadType))
                .putShort((short) number)
                .putInt(timestamp(position))
                .putInt(ssrc);
    }

    private void send(ByteBuffer packet) {
        octets += packet.flip().remaining() - RtpPacket.HEADER;
        wire.send(packet);
        tally.increment(Count.SENT);
    }

    private static int packetSamples(StreamTerms terms) {
        return (int) MediaTime.samples(terms.packetTime());
    }
}
