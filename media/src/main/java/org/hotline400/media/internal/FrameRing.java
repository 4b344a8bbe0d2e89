package org.hotline400.media.internal;

import java.nio.ByteBuffer;

/// Recorded frames on their way from the media thread (the only one that puts) to a writer thread (the only one that
/// takes). When it is full, frames become silence that the taker makes up for later.
final class FrameRing {
    static final int FRAME_BYTES = 2 * MediaTime.FRAME;
    static final int CAPACITY = 100;

    private final byte[] bytes = new byte[CAPACITY * FRAME_BYTES];
    private final int[] missingBefore = new int[CAPACITY];
    private volatile long put;
    private volatile long taken;
    private int missing;

    /// @return false when there was no room
    boolean offer(byte[] stereo) {
        long at = put;
        if (at - taken == CAPACITY) {
            missing++;
            return false;
        }
        int slot = (int) (at % CAPACITY);
        System.arraycopy(stereo, 0, bytes, slot * FRAME_BYTES, FRAME_BYTES);
        missingBefore[slot] = missing;
        missing = 0;
        put = at + 1;
        return true;
    }

    int waiting() {
        return (int) (put - taken);
    }

    /// Frames dropped since the last one that found room; asked by the putting thread.
    int missingAtEnd() {
        return missing;
    }

    /// How many silent frames belong before the next one.
    int missingBeforeNext() {
        return missingBefore[(int) (taken % CAPACITY)];
    }

    /// Moves the next frame into `block`.
    void take(ByteBuffer block) {
        long at = taken;
        block.put(bytes, (int) (at % CAPACITY) * FRAME_BYTES, FRAME_BYTES);
        taken = at + 1;
    }
}
