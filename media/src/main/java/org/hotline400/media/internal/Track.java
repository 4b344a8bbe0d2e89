package org.hotline400.media.internal;

import java.util.Arrays;

/// About a second of one direction's sound, addressed by media time: packets are put where they belong, whatever
/// order they come in; what never comes stays silence.
final class Track {
    private static final int CAPACITY = 8192;
    private static final int MASK = CAPACITY - 1;

    private final short[] ring = new short[CAPACITY];
    private long floor;

    Track(long floor) {
        this.floor = floor;
    }

    /// Puts samples in place; what lies before the part already played, or too far ahead, is left out.
    void write(long position, short[] pcm, int length) {
        int from = Math.clamp(floor - position, 0, length);
        int to = Math.clamp(floor + CAPACITY - position, 0, length);
        for (int i = from; i < to; i++) {
            ring[(int) (position + i) & MASK] = pcm[i];
        }
    }

    /// Copies a frame without using it up.
    void read(long position, short[] frame) {
        for (int i = 0; i < MediaTime.FRAME; i++) {
            long at = position + i;
            frame[i] = at >= floor && at < floor + CAPACITY ? ring[(int) at & MASK] : 0;
        }
    }

    /// Forgets everything before `position`, which makes room ahead.
    void advance(long position) {
        if (position - floor >= CAPACITY) {
            Arrays.fill(ring, (short) 0);
        } else {
            for (long at = floor; at < position; at++) {
                ring[(int) at & MASK] = 0;
            }
        }
        floor = Math.max(floor, position);
    }
}
