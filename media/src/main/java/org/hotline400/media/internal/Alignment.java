package org.hotline400.media.internal;

/// Maps a peer's RTP timestamps to media time: the packets that travelled fastest are placed at their arrival.
/// Follows clock drift by dropping or inserting a little whenever the fastest packet of a second is off, and starts
/// afresh when a stream is replaced or its timestamps jump.
final class Alignment {
    private static final int WINDOW = 50;
    private static final int TOO_EARLY = 100;
    private static final int TOO_LATE = 160;
    private static final int JUMP = 4000;
    private static final int PATIENCE = 4000;

    private final int lag;
    private boolean anchored;
    private int ssrc;
    private int anchorTimestamp;
    private long anchorPosition;
    private long lastUsable;
    private long earliest = Long.MIN_VALUE;
    private int counted;

    /// @param lag how late a packet may come and still be heard, in samples
    Alignment(int lag) {
        this.lag = lag;
    }

    /// Where the packet's first sample belongs.
    long place(RtpPacket packet, long now) {
        long position = anchorPosition + (packet.timestamp - anchorTimestamp);
        long early = position - now;
        boolean usable = early >= -lag && early < JUMP;
        boolean lost = early >= JUMP || (!usable && now - lastUsable > PATIENCE);
        if (!anchored || packet.ssrc != ssrc || lost) {
            anchor(packet, now);
            return now;
        }
        anchorTimestamp = packet.timestamp;
        anchorPosition = position;
        if (usable) {
            lastUsable = now;
        }
        return position + follow(early);
    }

    private void anchor(RtpPacket packet, long now) {
        anchored = true;
        ssrc = packet.ssrc;
        anchorTimestamp = packet.timestamp;
        anchorPosition = now;
        lastUsable = now;
        earliest = Long.MIN_VALUE;
        counted = 0;
    }

    /// Judges the last second by its earliest packet and shifts what follows.
    private long follow(long early) {
        earliest = Math.max(earliest, early);
        if (++counted < WINDOW) {
            return 0;
        }
        long off = earliest;
        earliest = Long.MIN_VALUE;
        counted = 0;
        if (off <= TOO_EARLY && off >= -TOO_LATE) {
            return 0;
        }
        anchorPosition -= off;
        return -off;
    }
}
