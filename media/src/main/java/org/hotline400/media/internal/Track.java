package org.hotline400.media.internal;

import java.util.Arrays;
import org.hotline400.media.G711;

/// About a second of one direction's sound, addressed by media time: packets are put where they belong, whatever
/// order they come in; what never comes stays silence. A-law, as it comes and as it is recorded.
final class Track {
    private static final int CAPACITY = 8192;
    private static final int MASK = CAPACITY - 1;
    private static final byte[] BLANK = {};

    /// Blank until something is written: of many a stream nothing ever comes.
    private byte[] ring = BLANK;
    private long floor;

    Track(long floor) {
        this.floor = floor;
    }

    /// Puts samples in place; what lies before the part already played, or too far ahead, is left out.
    void write(long position, byte[] codes, int length) {
        int from = Math.clamp(floor - position, 0, length);
        int to = Math.clamp(floor + CAPACITY - position, 0, length);
        if (to <= from) {
            return;
        }
        if (ring.length == 0) {
            ring = new byte[CAPACITY];
            Arrays.fill(ring, G711.A_LAW_SILENCE);
        }
        int at = (int) (position + from) & MASK;
        int untilWrap = Math.min(to - from, CAPACITY - at);
        System.arraycopy(codes, from, ring, at, untilWrap);
        System.arraycopy(codes, from + untilWrap, ring, 0, to - from - untilWrap);
    }

    /// Copies a frame without using it up.
    void read(long position, byte[] frame) {
        int from = Math.clamp(floor - position, 0, MediaTime.FRAME);
        int to = Math.clamp(floor + CAPACITY - position, 0, MediaTime.FRAME);
        if (ring.length == 0 || from > 0 || to < MediaTime.FRAME) {
            Arrays.fill(frame, 0, MediaTime.FRAME, G711.A_LAW_SILENCE);
        }
        if (ring.length == 0 || to <= from) {
            return;
        }
        int at = (int) (position + from) & MASK;
        int untilWrap = Math.min(to - from, CAPACITY - at);
        System.arraycopy(ring, at, frame, from, untilWrap);
        System.arraycopy(ring, 0, frame, from + untilWrap, to - from - untilWrap);
    }

    /// Forgets everything before `position`, which makes room ahead.
    void advance(long position) {
        if (position <= floor) {
            return;
        }
        if (ring.length > 0) {
            int length = (int) Math.min(position - floor, CAPACITY);
            int at = (int) floor & MASK;
            int untilWrap = Math.min(length, CAPACITY - at);
            Arrays.fill(ring, at, at + untilWrap, G711.A_LAW_SILENCE);
            Arrays.fill(ring, 0, length - untilWrap, G711.A_LAW_SILENCE);
        }
        floor = position;
    }
}
