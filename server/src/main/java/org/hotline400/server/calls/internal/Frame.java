package org.hotline400.server.calls.internal;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/// An entry's form on disk: length of the body (4 bytes), CRC-32C of the body (4), body = kind (1) and payload. A
/// tail that a crash tore off fails length or checksum, and everything from it on is no entry.
final class Frame {
    static final int HEADER = 8;
    /// Far above any record: the notes of one call are bounded.
    static final int MAX_BODY = 4 * 1024 * 1024;

    private static final byte OPEN = 'o';
    private static final byte ENDED = 'e';
    private static final byte ALIVE = 'a';

    private Frame() {}

    /// Puts an entry's frame in place of what the bytes held.
    static void write(Bytes bytes, JournalEntry entry) {
        bytes.clear();
        bytes.putLong(0);
        switch (entry) {
            case JournalEntry.Open open -> {
                bytes.put(OPEN);
                CallRecordJson.write(bytes, open.call());
            }
            case JournalEntry.Ended ended -> {
                bytes.put(ENDED);
                CallRecordJson.write(bytes, ended.call());
            }
            case JournalEntry.Alive alive -> {
                bytes.put(ALIVE);
                bytes.putLong(alive.at().toEpochMilli());
            }
        }
        int body = bytes.length() - HEADER;
        if (body > MAX_BODY) {
            throw new IllegalArgumentException("an entry of " + body + " bytes");
        }
        bytes.setInt(0, body);
        bytes.setInt(4, bytes.checksum(HEADER));
    }

    /// Reads the entry at the buffer's position and moves behind it; null when there is no whole one.
    ///
    /// @throws RuntimeException when it is whole, but of a kind or form that this release does not know
    static @Nullable JournalEntry read(ByteBuffer buffer) {
        var body = next(buffer);
        return body == null ? null : entry(body);
    }

    /// Takes the body of the frame at the buffer's position and moves behind it; null when there is no whole one.
    static byte @Nullable [] next(ByteBuffer buffer) {
        int at = buffer.position();
        if (!isAt(buffer, at)) {
            return null;
        }
        var body = new byte[buffer.getInt(at)];
        buffer.get(at + HEADER, body);
        buffer.position(at + HEADER + body.length);
        return body;
    }

    /// Whether a whole frame stands there.
    static boolean isAt(ByteBuffer buffer, int at) {
        int room = buffer.limit() - at - HEADER;
        if (room < 1) {
            return false;
        }
        int body = buffer.getInt(at);
        return body >= 1
                && body <= MAX_BODY
                && body <= room
                && checksum(buffer, at + HEADER, body) == buffer.getInt(at + 4);
    }

    /// @throws RuntimeException when this release does not know its kind or form
    static JournalEntry entry(byte[] body) {
        var payload = new byte[body.length - 1];
        System.arraycopy(body, 1, payload, 0, payload.length);
        return switch (body[0]) {
            case OPEN -> new JournalEntry.Open(CallRecordJson.read(payload));
            case ENDED -> new JournalEntry.Ended(CallRecordJson.read(payload));
            case ALIVE ->
                new JournalEntry.Alive(
                        Instant.ofEpochMilli(ByteBuffer.wrap(payload).getLong()));
            default -> throw new IllegalArgumentException("an entry of kind " + body[0]);
        };
    }

    private static int checksum(ByteBuffer buffer, int from, int length) {
        var crc = new CRC32C();
        crc.update(buffer.slice(from, length));
        return (int) crc.getValue();
    }
}
