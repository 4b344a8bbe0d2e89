package org.hotline400.media.internal;

/// When the audio of a peer came, against when it should have: interarrival jitter (RFC 3550 appendix A.8), and
/// the packets that came too late to be played. Telephone events are left out: their timestamps stand still.
/// Used by the media thread; the counts may be read from anywhere.
final class Arrivals {
    /// A step of more than a second is no jitter: the sender's timestamps jumped.
    private static final int JUMP = 8000;

    private final Tally tally;
    private final Alignment places = new Alignment(Playout.LAG);
    private boolean started;
    private int ssrc;
    private int transit;
    /// Sixteen times the jitter of the source, in samples.
    private int scaled;

    Arrivals(Tally tally) {
        this.tally = tally;
    }

    void arrived(RtpPacket packet, long now) {
        if (now - places.place(packet, now) > Playout.LAG) {
            tally.increment(Count.LATE);
        }
        int before = transit;
        transit = (int) now - packet.timestamp;
        if (!started || packet.ssrc != ssrc) {
            started = true;
            ssrc = packet.ssrc;
            scaled = 0;
            return;
        }
        int difference = Math.abs(transit - before);
        if (difference >= 0 && difference < JUMP) {
            scaled += difference - ((scaled + 8) >> 4);
            tally.add(Count.JITTER, scaled);
            tally.increment(Count.JITTER_SAMPLES);
            tally.set(Count.JITTER_MOST, Math.max(tally.get(Count.JITTER_MOST), scaled));
        }
    }

    /// As report blocks carry it: in timestamp units, of the present source.
    int jitter() {
        return scaled >> 4;
    }

    /// In samples, over all packets.
    double mean() {
        long of = tally.get(Count.JITTER_SAMPLES);
        return of == 0 ? 0 : tally.get(Count.JITTER) / 16.0 / of;
    }

    /// In samples.
    double most() {
        return tally.get(Count.JITTER_MOST) / 16.0;
    }
}
