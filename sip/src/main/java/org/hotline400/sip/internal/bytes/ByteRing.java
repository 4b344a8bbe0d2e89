package org.hotline400.sip.internal.bytes;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Entries of bytes, in the order they came, in chunks that are used again. The place of an entry is a number of bytes
/// since the beginning; none lies across two chunks.
public final class ByteRing {
    /// With its head a whole number of a collector's regions.
    private static final int CHUNK = (4 << 20) - 64;
    /// The length of the entry stands before it.
    private static final int HEAD = Integer.BYTES;
    /// Stands where a length would, when the rest of the chunk is too short for the next entry.
    private static final int GAP = -1;

    /// By their number modulo the length.
    private @Nullable ByteBuffer[] chunks = new ByteBuffer[2];

    private @Nullable ByteBuffer spare;
    private long oldest;
    private long end;

    public boolean isEmpty() {
        return oldest == end;
    }

    /// The place of the oldest entry; the end when there is none.
    public long oldest() {
        return oldest;
    }

    /// The bytes from the oldest entry to the end of one of this length, were it added now.
    public long spanWith(int length) {
        return placeFor(length) + HEAD + length - oldest;
    }

    private long placeFor(int length) {
        int left = CHUNK - offset(end);
        return HEAD + length > left ? end + left : end;
    }

    /// Adds an entry, to be filled by [#entry].
    ///
    /// @param length at most 4 MB
    /// @return its place
    public long add(int length) {
        if (length > CHUNK - HEAD) {
            throw new IllegalArgumentException("an entry of " + length + " bytes is too long");
        }
        long place = placeFor(length);
        if (place > end && CHUNK - offset(end) >= HEAD && chunks[index(end)] != null) {
            chunk(end).putInt(offset(end), GAP);
        }
        if (isEmpty()) {
            oldest = place;
        }
        makeRoom(place);
        chunk(place).putInt(offset(place), length);
        end = place + HEAD + length;
        return place;
    }

    private void makeRoom(long place) {
        long first = oldest / CHUNK;
        if (place / CHUNK - first >= chunks.length) {
            @Nullable ByteBuffer[] more = new ByteBuffer[2 * chunks.length];
            for (long number = first; number < first + chunks.length; number++) {
                more[(int) (number % more.length)] = chunks[(int) (number % chunks.length)];
            }
            chunks = more;
        }
    }

    private int index(long place) {
        return (int) (place / CHUNK % chunks.length);
    }

    private ByteBuffer chunk(long place) {
        int index = index(place);
        ByteBuffer chunk = chunks[index];
        if (chunk == null) {
            chunk = spare == null ? ByteBuffer.allocate(CHUNK) : spare;
            spare = null;
            chunks[index] = chunk;
        }
        return chunk;
    }

    private static int offset(long place) {
        return (int) (place % CHUNK);
    }

    /// The bytes of an entry, from first to last.
    public ByteBuffer entry(long place) {
        return chunk(place).slice(offset(place) + HEAD, length(place));
    }

    private int length(long place) {
        return chunk(place).getInt(offset(place));
    }

    /// The place of the entry after that one; the end when it is the last.
    public long after(long place) {
        long next = place + HEAD + length(place);
        return next == end ? next : afterGap(next);
    }

    /// Forgets the oldest entry.
    ///
    /// @return how many bytes it had
    public int removeOldest() {
        int length = length(oldest);
        long next = after(oldest);
        if (next == end) {
            // One chunk is kept for what comes.
            spare = chunk(oldest);
            Arrays.fill(chunks, null);
            oldest = end;
        } else {
            moveTo(next);
        }
        return length;
    }

    private long afterGap(long place) {
        int left = CHUNK - offset(place);
        boolean gap = left < HEAD || length(place) == GAP;
        return gap ? place + left : place;
    }

    private void moveTo(long place) {
        if (place / CHUNK > oldest / CHUNK) {
            spare = chunks[index(oldest)];
            chunks[index(oldest)] = null;
        }
        oldest = place;
    }
}
