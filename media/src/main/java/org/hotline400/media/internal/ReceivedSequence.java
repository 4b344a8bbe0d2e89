package org.hotline400.media.internal;

/// Tells new packets from duplicates and counts the missing ones (after RFC 3550 appendix A.1).
final class ReceivedSequence {
    private static final int WINDOW = 64;
    private static final int LARGEST_GAP = 3000;

    final Counter received = new Counter();
    final Counter lost = new Counter();
    private boolean started;
    private int ssrc;
    private int highest;
    private int expectedAfterJump = -1;
    /// Bit n: the packet `highest - n` has come.
    private long seen;

    /// @return false when the packet came already, is far too late, or may be a stray (a jump counts when the next
    ///     packet confirms it)
    boolean accept(int source, int sequence) {
        if (!started || source != ssrc) {
            restart(source, sequence);
            return true;
        }
        int ahead = (short) (sequence - highest);
        if (ahead > 0 && ahead < LARGEST_GAP) {
            advance(ahead, sequence);
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

    private void restart(int source, int sequence) {
        started = true;
        ssrc = source;
        highest = sequence;
        // What came before the first packet was never expected.
        seen = -1;
        expectedAfterJump = -1;
        received.increment();
    }

    private void advance(int ahead, int sequence) {
        seen = (ahead < WINDOW ? seen << ahead : 0) | 1;
        highest = sequence;
        received.increment();
        lost.add(ahead - 1);
    }

    private boolean late(int behind) {
        long bit = 1L << behind;
        if ((seen & bit) != 0) {
            return false;
        }
        seen |= bit;
        received.increment();
        lost.add(-1);
        return true;
    }
}
