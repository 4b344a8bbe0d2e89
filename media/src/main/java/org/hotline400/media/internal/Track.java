package org.hotline400.media.internal;

import java.util.Arrays;
import org.hotline400.media.G711;

/// About a second of one direction's sound, addressed by media time: packets are put where they belong, whatever
/// order they come in; what never comes stays silence. A-law, as it comes and as it is recorded.
final class Track {
    private static final int CAPACITY = 8192;
    private static final int MASK = CAPACITY - 1;

    private final byte[] ring = new byte[CAPACITY];
    private long floor;

    Track(long floor) {
        this.floor = floor;
        Arrays.fill(ring, G711.A_LAW_SILENCE);
    }

    /// Puts samples in place; what lies before the part already played, or too far ahead, is left out.
    void write(long position, byte[] codes, int length) {
        int from = Math.clamp(floor - position, 0, length);
        int to = Math.clamp(floor + CAPACITY - position, 0, length);
        int at = (int) (position + from) & MASK;
        int untilWrap = Math.min(to - from, CAPACITY - at);
        if (to > from) {
            System.arraycopy(codes, from, ring, at, untilWrap);
            System.arraycopy(codes, from + untilWrap, ring, 0, to - from - untilWrap);
        }
    }

    /// Copies a frame without using it up.
    void read(long position, byte[] frame) {
        for (int i = 0; i < MediaTime.FRAME; i++) {
            long at = position + i;
            frame[i] = at >= floor && at < floor + CAPACITY ? ring[(int) at & MASK] : G711.A_LAW_SILENCE;
        }
    }

    /// Forgets everything before `position`, which makes room ahead.
    void advance(long position) {
        if (position - floor >= CAPACITY) {
            Arrays.fill(ring, G711.A_LAW_SILENCE);
        } else {
            for (long at = floor; at < position; at++) {
                ring[(int) at & MASK] = G711.A_LAW_SILENCE;
            }
        }
        floor = Math.max(floor, position);
    }
}
