package org.hotline400.server.calls.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.calls.CallRecord;
import org.jspecify.annotations.Nullable;
import org.postgresql.copy.CopyIn;

/// Sends rows to PostgreSQL in the binary format of COPY (its documentation, COPY, "Binary Format"), a part at a time.
final class BinaryRows {
    private static final int PART = 64 * 1024;
    private static final long EPOCH_2000 = 946_684_800L;
    private static final int JSONB_VERSION = 1;

    private final @Nullable CopyIn copy;
    private final Bytes bytes;

    private BinaryRows(@Nullable CopyIn copy, Bytes bytes) {
        this.copy = copy;
        this.bytes = bytes;
    }

    /// @param bytes room to work in
    static BinaryRows begin(CopyIn copy, Bytes bytes) {
        bytes.clear();
        bytes.putAscii("PGCOPY\n");
        bytes.put(0xff);
        bytes.putAscii("\r\n\0");
        // No flags, no extension of the header.
        bytes.putLong(0);
        return new BinaryRows(copy, bytes);
    }

    /// Rows that are sent to nobody, to see whether they can be written.
    static BinaryRows nowhere() {
        return new BinaryRows(null, new Bytes());
    }

    void row(int columns) throws SQLException {
        if (bytes.length() >= PART) {
            flush();
        }
        bytes.putShort(columns);
    }

    private void flush() throws SQLException {
        if (copy != null) {
            copy.writeToCopy(bytes.array(), 0, bytes.length());
        }
        bytes.clear();
    }

    void end() throws SQLException {
        bytes.putShort(-1);
        flush();
        if (copy != null) {
            copy.endCopy();
        }
    }

    private BinaryRows nothing() {
        bytes.putInt(-1);
        return this;
    }

    BinaryRows value(UUID id) {
        bytes.putInt(16);
        bytes.putLong(id.getMostSignificantBits());
        bytes.putLong(id.getLeastSignificantBits());
        return this;
    }

    BinaryRows value(String text) {
        int at = bytes.length();
        bytes.putInt(0);
        bytes.putText(text);
        return sized(at);
    }

    /// A column of type `bigint`.
    BinaryRows value(long number) {
        bytes.putInt(8);
        bytes.putLong(number);
        return this;
    }

    /// A column of type `int`.
    BinaryRows value(@Nullable Integer number) {
        if (number == null) {
            return nothing();
        }
        bytes.putInt(4);
        bytes.putInt(number);
        return this;
    }

    /// A column of type `timestamptz`: microseconds since 2000.
    BinaryRows value(@Nullable Instant instant) {
        return instant == null
                ? nothing()
                : value((instant.getEpochSecond() - EPOCH_2000) * 1_000_000 + instant.getNano() / 1000);
    }

    /// A column of type `jsonb`.
    BinaryRows value(CallRecord document) {
        int at = bytes.length();
        bytes.putInt(0);
        bytes.put(JSONB_VERSION);
        CallRecordJson.write(bytes, document);
        return sized(at);
    }

    private BinaryRows sized(int at) {
        bytes.setInt(at, bytes.length() - at - 4);
        return this;
    }
}
