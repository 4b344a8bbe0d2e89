package org.hotline400.sip.internal.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.sip.internal.bytes.KeyedRing;

/// Messages in the order they came, as bytes, found by their Call-ID: the oldest give way to new ones.
final class Shelf {
    private static final int MOST_MESSAGES = 200;
    private static final int MOST_BYTES = 64 << 10;
    /// In bytes. They are hashed again and again, and whoever sends a longer one wants just that.
    private static final int LONGEST_CALL_ID = 256;

    private final long room;
    private final KeyedRing messages = new KeyedRing();
    private long held;

    /// @param room in bytes
    Shelf(long room) {
        this.room = room;
    }

    private static byte[] key(String callId) {
        return callId.getBytes(StandardCharsets.UTF_8);
    }

    boolean has(String callId) {
        return latest(key(callId)) != KeyedRing.NOWHERE;
    }

    /// The place of the latest message of a call that was not taken away.
    private long latest(byte[] key) {
        long place = messages.latest(key);
        return place == KeyedRing.NOWHERE || new Standing(messages.content(place)).isTaken()
                ? KeyedRing.NOWHERE
                : place;
    }

    private long before(long place, byte[] key) {
        long before = messages.before(place, key);
        return before == KeyedRing.NOWHERE || new Standing(messages.content(before)).isTaken()
                ? KeyedRing.NOWHERE
                : before;
    }

    /// Bytes of all that stand here.
    long held() {
        return held;
    }

    void add(String callId, Line line) {
        int length = line.length();
        byte[] key = key(callId);
        if (length > MOST_BYTES || key.length > LONGEST_CALL_ID) {
            return;
        }
        long latest = latest(key);
        int number = 1;
        int bytes = length;
        if (latest != KeyedRing.NOWHERE) {
            var standing = new Standing(messages.content(latest));
            number += standing.number();
            bytes += standing.bytes();
            if (number > MOST_MESSAGES || bytes > MOST_BYTES) {
                standing.heard(line.at());
                return;
            }
        }
        while (!messages.isEmpty() && messages.spanWith(key, Standing.HEAD + length) > room) {
            forgetOldest();
        }
        ByteBuffer entry = messages.add(key, Standing.HEAD + length);
        new Standing(entry).begin(line.at(), number, bytes);
        line.write(entry.position(Standing.HEAD));
        held += length;
    }

    private void forgetOldest() {
        held -= messages.content(messages.oldest()).capacity() - Standing.HEAD;
        messages.removeOldest();
    }

    /// Forgets ladders without a message since then, the oldest first.
    ///
    /// @param since microseconds since 1970
    void forgetBefore(long since) {
        while (!messages.isEmpty() && isOver(messages.oldest(), since)) {
            forgetOldest();
        }
    }

    private boolean isOver(long oldest, long since) {
        var standing = new Standing(messages.content(oldest));
        if (standing.latestAt() >= since) {
            return false;
        }
        if (standing.isTaken()) {
            return true;
        }
        long latest = latest(messages.key(oldest));
        return latest == KeyedRing.NOWHERE || new Standing(messages.content(latest)).latestAt() < since;
    }

    /// What stands here of a call, the oldest first, and nothing when its latest message is older.
    ///
    /// @param since microseconds since 1970
    List<Line> lines(String callId, long since) {
        byte[] key = key(callId);
        List<Line> found = new ArrayList<>();
        long place = latest(key);
        if (place != KeyedRing.NOWHERE && new Standing(messages.content(place)).latestAt() < since) {
            return found;
        }
        while (place != KeyedRing.NOWHERE) {
            found.add(Line.read(messages.content(place).position(Standing.HEAD)));
            place = before(place, key);
        }
        return found.reversed();
    }

    /// Takes a call's ladder away; its bytes go when their time has come.
    void take(String callId) {
        byte[] key = key(callId);
        for (long place = latest(key); place != KeyedRing.NOWHERE; place = before(place, key)) {
            new Standing(messages.content(place)).take();
        }
    }

    /// What stands before a message: how its ladder stood with it.
    private record Standing(ByteBuffer entry) {
        /// When the ladder was last heard of, the number of the message, the bytes up to it, whether it was taken away.
        static final int HEAD = 8 + 4 + 4 + 1;

        void begin(long at, int number, int bytes) {
            entry.putLong(0, at).putInt(8, number).putInt(12, bytes).put(16, (byte) 0);
        }

        /// Microseconds since 1970.
        long latestAt() {
            return entry.getLong(0);
        }

        void heard(long at) {
            entry.putLong(0, at);
        }

        int number() {
            return entry.getInt(8);
        }

        int bytes() {
            return entry.getInt(12);
        }

        boolean isTaken() {
            return entry.get(16) != 0;
        }

        void take() {
            entry.put(16, (byte) 1);
        }
    }
}
