package org.hotline400.media.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;

/// Recorded frames on their way from the media thread (the only one that puts) to a writer thread (the only one that
/// takes). When it is full, frames become silence that the taker makes up for later.
///
/// It holds two seconds, but room only for what waits: a writer that keeps up leaves two blocks in use.
final class FrameRing {
    static final int FRAME_BYTES = 2 * MediaTime.FRAME;
    static final int CAPACITY = 100;

    private static final int BLOCK_FRAMES = 10;
    /// One more than the capacity needs: that one is being emptied while the putting thread goes on to the next.
    private static final int BLOCKS = CAPACITY / BLOCK_FRAMES + 1;

    private static final byte[] NOTHING = {};

    private final byte[][] blocks = new byte[BLOCKS][];
    private final int[] missingBefore = new int[BLOCKS * BLOCK_FRAMES];
    private volatile byte[] spare = NOTHING;
    private volatile long put;
    private volatile long taken;
    private volatile long dropped;
    /// So many of the dropped are noted already, before the next frame that found room.
    private long noted;

    FrameRing() {
        Arrays.fill(blocks, NOTHING);
    }

    /// Puts a frame, or drops it when there is no room.
    void offer(byte[] stereo) {
        long at = put;
        long before = dropped;
        if (at - taken == CAPACITY) {
            dropped = before + 1;
            return;
        }
        if (at % BLOCK_FRAMES == 0) {
            blocks[block(at)] = room();
        }
        System.arraycopy(stereo, 0, blocks[block(at)], offset(at), FRAME_BYTES);
        missingBefore[slot(at)] = (int) (before - noted);
        noted = before;
        put = at + 1;
    }

    private byte[] room() {
        byte[] used = spare;
        spare = NOTHING;
        return used.length > 0 ? used : new byte[BLOCK_FRAMES * FRAME_BYTES];
    }

    int waiting() {
        return (int) (put - taken);
    }

    /// How many frames were put, dropped ones included. From any thread.
    long offered() {
        return put + dropped;
    }

    /// From any thread.
    long dropped() {
        return dropped;
    }

    /// Frames dropped since the last one that found room; asked when no more are put.
    int missingAtEnd() {
        return (int) (dropped - noted);
    }

    /// How many silent frames belong before the next one.
    int missingBeforeNext() {
        return missingBefore[slot(taken)];
    }

    /// Moves the next frame into `block`.
    void take(ByteBuffer block) {
        long at = taken;
        byte[] from = blocks[block(at)];
        block.put(from, offset(at), FRAME_BYTES);
        if (at % BLOCK_FRAMES == BLOCK_FRAMES - 1) {
            blocks[block(at)] = NOTHING;
            spare = from;
        }
        taken = at + 1;
    }

    private static int slot(long at) {
        return (int) (at % (BLOCKS * BLOCK_FRAMES));
    }

    private static int block(long at) {
        return slot(at) / BLOCK_FRAMES;
    }

    private static int offset(long at) {
        return (int) (at % BLOCK_FRAMES) * FRAME_BYTES;
    }
}
