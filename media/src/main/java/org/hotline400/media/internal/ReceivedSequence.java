package org.hotline400.media.internal;

/// Tells new packets from duplicates and counts the missing ones (after RFC 3550 appendices A.1 and A.3). Used
/// by the media thread; the counts may be read from anywhere.
final class ReceivedSequence {
    private static final int WINDOW = 64;
    private static final long OLDEST = 1L << (WINDOW - 1);
    private static final int LARGEST_GAP = 3000;

    private final Tally tally;
    /// Bit n: the packet `highest - n` has come.
    private volatile long seen;

    private boolean started;
    private int ssrc;
    private int expectedAfterJump = -1;
    /// With the number of its wraps above the sixteen bits.
    private long highest;
    /// The first number of the source, and what came of it, duplicates and all: what report blocks count.
    private long first;
    private long arrived;
    private int runs;
    private boolean inGap;

    ReceivedSequence(Tally tally) {
        this.tally = tally;
    }

    /// @return false when the packet came already, is far too late, or may be a stray (a jump counts when the
    ///     next packet confirms it)
    boolean accept(int source, int sequence) {
        if (!started || source != ssrc) {
            restart(source, sequence);
            return true;
        }
        int ahead = (short) (sequence - (int) highest);
        if (ahead > 0 && ahead < LARGEST_GAP) {
            advance(ahead);
            return true;
        }
        if (ahead <= 0 && ahead > -WINDOW) {
            return late(-ahead);
        }
        if (sequence == expectedAfterJump) {
            restart(source, sequence);
            return true;
        }
        expectedAfterJump = (sequence + 1) & 0xFFFF;
        return false;
    }

    int ssrc() {
        return ssrc;
    }

    /// Extended highest sequence number of the source (RFC 3550 §6.4.1).
    int extendedHighest() {
        return (int) highest;
    }

    /// How often counting began anew: with another source, or where its numbers jumped.
    int runs() {
        return runs;
    }

    /// How many packets of the source should have come.
    long expected() {
        return highest - first + 1;
    }

    /// How many packets of the source did come, duplicates counted.
    long arrived() {
        return arrived;
    }

    /// How many runs of missing packets there were. A run still in the window may be filled yet.
    long gaps() {
        long window = seen;
        long older = (window >>> 1) | (inGap ? 0 : OLDEST);
        return tally.get(Count.BURSTS) + (started ? Long.bitCount(~window & older) : 0);
    }

    private void restart(int source, int sequence) {
        slide(WINDOW);
        started = true;
        runs++;
        ssrc = source;
        highest = sequence;
        first = sequence;
        arrived = 1;
        // What came before the first packet was never expected.
        seen = -1;
        inGap = false;
        expectedAfterJump = -1;
        tally.increment(Count.RECEIVED);
    }

    private void advance(int ahead) {
        slide(ahead);
        seen |= 1;
        highest += ahead;
        arrived++;
        tally.increment(Count.RECEIVED);
        tally.add(Count.LOST, ahead - 1);
    }

    /// Packets that leave the window will not be waited for any more.
    private void slide(int ahead) {
        long window = seen;
        for (int i = Math.min(ahead, WINDOW); started && i > 0; i--) {
            judge((window & OLDEST) != 0);
            window <<= 1;
        }
        if (ahead > WINDOW) {
            judge(false);
        }
        seen = window;
    }

    private void judge(boolean came) {
        if (!came && !inGap) {
            tally.increment(Count.BURSTS);
        }
        inGap = !came;
    }

    private boolean late(int behind) {
        long bit = 1L << behind;
        arrived++;
        if ((seen & bit) != 0) {
            tally.increment(Count.DUPLICATES);
            return false;
        }
        seen |= bit;
        tally.increment(Count.RECEIVED);
        tally.increment(Count.REORDERED);
        tally.add(Count.LOST, -1);
        return true;
    }
}
