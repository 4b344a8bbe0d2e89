package org.hotline400.sip.internal.trace;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Messages in the order they came, in a ring of chunks: the oldest give way to new ones. A place is a number of bytes
/// since the beginning; a message never lies across two chunks.
///
/// A collector that had to look at every message, and to move each once or twice before it is forgotten some seconds
/// later, would have more work with them than with all the rest of a call.
final class Shelf {
    /// With its head a whole number of a collector's regions.
    private static final int CHUNK = (4 << 20) - 64;
    /// Stands where a message would, when the rest of the chunk is too short for one.
    private static final int GAP = -1;

    /// Ladders of few bytes are bounded by their number: one for so many bytes of the room.
    private static final int A_LADDER = 512;

    private static final int MOST_MESSAGES = 200;
    private static final int MOST_BYTES = 64 << 10;

    private final @Nullable ByteBuffer[] chunks;
    private final long room;
    private final Map<String, Ladder> ladders = new HashMap<>();
    /// Whose message stands at each place from the oldest on.
    private final ArrayDeque<Ladder> owners = new ArrayDeque<>();
    private long oldest;
    private long end;
    private long held;

    /// @param bytes rounded down to whole chunks, two at least
    Shelf(long bytes) {
        this.chunks = new ByteBuffer[Math.max(2, Math.toIntExact(bytes / CHUNK))];
        this.room = (long) chunks.length * CHUNK;
    }

    boolean has(String callId) {
        return ladders.containsKey(callId);
    }

    /// Bytes of all that stand here.
    long held() {
        return held;
    }

    void add(String callId, Line line) {
        if (line.length() > MOST_BYTES) {
            return;
        }
        Ladder ladder = ladders.computeIfAbsent(callId, Ladder::new);
        ladder.latestAt = line.at();
        if (ladder.messages >= MOST_MESSAGES || ladder.bytes + line.length() > MOST_BYTES) {
            return;
        }
        ladder.messages++;
        ladder.bytes += line.length();
        ladder.standing++;
        put(ladder, line);
    }

    private void put(Ladder ladder, Line line) {
        int left = CHUNK - offset(end);
        long place = line.length() > left ? end + left : end;
        while (!owners.isEmpty() && (place + line.length() - oldest > room || ladders.size() > room / A_LADDER)) {
            forgetOldest();
        }
        if (place > end && left >= Integer.BYTES) {
            chunk(end).putInt(offset(end), GAP);
        }
        line.write(chunk(place), offset(place), ladder.latest);
        ladder.latest = place;
        owners.add(ladder);
        end = place + line.length();
        held += line.length();
    }

    private ByteBuffer chunk(long place) {
        int index = (int) (place / CHUNK % chunks.length);
        ByteBuffer chunk = chunks[index];
        if (chunk == null) {
            chunk = ByteBuffer.allocate(CHUNK);
            chunks[index] = chunk;
        }
        return chunk;
    }

    private static int offset(long place) {
        return (int) (place % CHUNK);
    }

    private void forgetOldest() {
        Ladder ladder = owners.remove();
        oldest = afterGap(oldest);
        int length = Line.length(chunk(oldest), offset(oldest));
        oldest += length;
        held -= length;
        ladder.standing--;
        if (ladder.standing == 0) {
            ladders.remove(ladder.callId, ladder);
        }
    }

    /// The place itself, or the beginning of the next chunk when nothing more stands in this one.
    private long afterGap(long place) {
        int left = CHUNK - offset(place);
        boolean gap = left < Integer.BYTES || chunk(place).getInt(offset(place)) == GAP;
        return gap ? place + left : place;
    }

    /// Forgets ladders without a message since then, the oldest first.
    ///
    /// @param since microseconds since 1970
    void forgetBefore(long since) {
        while (!owners.isEmpty() && owners.element().latestAt < since) {
            forgetOldest();
        }
    }

    /// What stands here of a call, the oldest first, and nothing when its latest message is older.
    ///
    /// @param since microseconds since 1970
    List<Line> lines(String callId, long since) {
        Ladder ladder = ladders.get(callId);
        List<Line> lines = new ArrayList<>();
        if (ladder != null && ladder.latestAt >= since) {
            long place = ladder.latest;
            while (place >= oldest) {
                lines.add(Line.read(chunk(place), offset(place)));
                place = Line.before(chunk(place), offset(place));
            }
        }
        return lines.reversed();
    }

    /// Takes a call's ladder away; its bytes go when their time has come.
    void take(String callId) {
        ladders.remove(callId);
    }
}
