package org.hotline400.server.recordings.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingKind;
import org.hotline400.server.recordings.RecordingRequest;
import org.hotline400.server.vault.cipher.AesGcm;
import org.hotline400.server.vault.cipher.WrappedKey;

/// The clear beginning of a recording file: whose it is, and its sealed key. Fixed length, big-endian:
///
/// | Bytes | What |
/// |---|---|
/// | 8 | `HOTLREC` and the version, 1 |
/// | 16 | recording |
/// | 16 | call |
/// | 16 | tenant |
/// | 10 | 400 number, digits |
/// | 1 | kind: 0 conversation, 1 voicemail |
/// | 8 | started, milliseconds since 1970 |
/// | 8 | retention, seconds |
/// | 1 | samples: 1 = stereo A-law, 8,000 Hz |
/// | 4 | bytes of audio in a whole chunk |
/// | 16 | the key that wraps |
/// | 12 | nonce |
/// | 48 | the file's key, sealed; bound to all before the nonce |
record RecordingHeader(RecordingId id, RecordingRequest request, UUID wrapper) {
    static final int BYTES = 164;
    static final int CHUNK = 16_000;
    private static final int CLEAR_BYTES = BYTES - AesGcm.NONCE_BYTES - WrappedKey.SEALED_BYTES;
    private static final byte[] MAGIC = "HOTLREC\1".getBytes(StandardCharsets.ISO_8859_1);
    private static final int STEREO_A_LAW = 1;
    /// As numbered in the file.
    private static final List<RecordingKind> KINDS = List.of(RecordingKind.CONVERSATION, RecordingKind.VOICEMAIL);

    /// The bytes that the sealed key is bound to.
    byte[] clear() {
        var bytes = new ByteArrayOutputStream(CLEAR_BYTES);
        try (var out = new DataOutputStream(bytes)) {
            out.write(MAGIC);
            write(out, id.value());
            write(out, request.call().value());
            write(out, request.tenant().value());
            out.write(request.number().digits().getBytes(StandardCharsets.US_ASCII));
            out.writeByte(KINDS.indexOf(request.kind()));
            out.writeLong(request.startedAt().toEpochMilli());
            out.writeLong(request.retention().toSeconds());
            out.writeByte(STEREO_A_LAW);
            out.writeInt(CHUNK);
            write(out, wrapper);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    byte[] with(WrappedKey key) {
        return ByteBuffer.allocate(BYTES)
                .put(clear())
                .put(key.nonce())
                .put(key.sealed())
                .array();
    }

    private static void write(DataOutputStream out, UUID uuid) throws IOException {
        out.writeLong(uuid.getMostSignificantBits());
        out.writeLong(uuid.getLeastSignificantBits());
    }

    /// @throws DamagedRecordingException when this is no header of this version
    static RecordingHeader parse(byte[] bytes) throws DamagedRecordingException {
        try {
            return read(ByteBuffer.wrap(bytes));
        } catch (BufferUnderflowException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new DamagedRecordingException("its header cannot be read");
        }
    }

    private static RecordingHeader read(ByteBuffer in) throws DamagedRecordingException {
        byte[] magic = new byte[MAGIC.length];
        in.get(magic);
        if (!Arrays.equals(magic, MAGIC)) {
            throw new DamagedRecordingException("it does not start with HOTLREC, version 1");
        }
        RecordingId id = new RecordingId(uuid(in));
        CallId call = new CallId(uuid(in));
        TenantId tenant = new TenantId(uuid(in));
        byte[] digits = new byte[10];
        in.get(digits);
        HotlineNumber number = new HotlineNumber(new String(digits, StandardCharsets.US_ASCII));
        RecordingKind kind = KINDS.get(in.get());
        Instant started = Instant.ofEpochMilli(in.getLong());
        Duration retention = Duration.ofSeconds(in.getLong());
        if (in.get() != STEREO_A_LAW || in.getInt() != CHUNK) {
            throw new DamagedRecordingException("its samples are not stereo A-law in chunks of one second");
        }
        return new RecordingHeader(id, new RecordingRequest(call, tenant, number, kind, retention, started), uuid(in));
    }

    /// The sealed key that follows the clear part.
    static WrappedKey key(RecordingHeader header, byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes, CLEAR_BYTES, BYTES - CLEAR_BYTES);
        byte[] nonce = new byte[AesGcm.NONCE_BYTES];
        byte[] sealed = new byte[WrappedKey.SEALED_BYTES];
        in.get(nonce).get(sealed);
        return new WrappedKey(header.wrapper(), nonce, sealed);
    }

    private static UUID uuid(ByteBuffer in) {
        return new UUID(in.getLong(), in.getLong());
    }
}
