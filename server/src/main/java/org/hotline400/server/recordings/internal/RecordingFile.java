package org.hotline400.server.recordings.internal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.crypto.SecretKey;
import org.hotline400.server.recordings.RecordingState;
import org.hotline400.server.vault.KeyRing;
import org.hotline400.server.vault.cipher.AesGcm;
import org.hotline400.server.vault.cipher.ChunkCipher;

/// A recording on disk, opened for reading: any range of its audio, decrypting no more than the chunks it
/// touches.
/// Takes a file that was not finished too, to be recovered. One thread at a time.
final class RecordingFile implements Closeable {
    static final int SEALED_CHUNK = RecordingHeader.CHUNK + AesGcm.TAG_BYTES;

    private static final Set<ChunkCipher.Place> ENDS = EnumSet.complementOf(EnumSet.of(ChunkCipher.Place.MIDDLE));

    private final SeekableByteChannel channel;
    private final RecordingHeader header;
    private final ChunkCipher cipher;
    private int loaded = -1;
    private byte[] chunk = new byte[0];

    private RecordingFile(SeekableByteChannel channel, RecordingHeader header, ChunkCipher cipher) {
        this.channel = channel;
        this.header = header;
        this.cipher = cipher;
    }

    /// Takes the channel over: closes it when this fails, or with itself.
    static RecordingFile open(SeekableByteChannel channel, KeyRing keys) throws IOException {
        try {
            if (channel.size() < RecordingHeader.BYTES) {
                throw new DamagedRecordingException("it ends within its header");
            }
            byte[] bytes = readAt(channel, 0, RecordingHeader.BYTES);
            RecordingHeader header = RecordingHeader.parse(bytes);
            return new RecordingFile(channel, header, new ChunkCipher(unwrap(keys, header, bytes), bytes));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private static SecretKey unwrap(KeyRing keys, RecordingHeader header, byte[] bytes) throws IOException {
        try {
            return keys.unwrap(RecordingHeader.key(header, bytes), header.clear());
        } catch (GeneralSecurityException e) {
            throw new DamagedRecordingException("its header is not the one it was written with");
        }
    }

    RecordingHeader header() {
        return header;
    }

    ChunkCipher cipher() {
        return cipher;
    }

    private long body() throws IOException {
        return channel.size() - RecordingHeader.BYTES;
    }

    /// The index of the last chunk, which is always shorter than a whole one.
    private int last() throws IOException {
        return Math.toIntExact(body() / SEALED_CHUNK);
    }

    // Lives within one call.
    @SuppressWarnings("ArrayRecordComponent")
    private record End(ChunkCipher.Place place, byte[] audio) {}

    private Optional<End> end() throws IOException {
        if (body() % SEALED_CHUNK < AesGcm.TAG_BYTES) {
            return Optional.empty();
        }
        for (ChunkCipher.Place place : ENDS) {
            Optional<byte[]> audio = load(last(), place);
            if (audio.isPresent()) {
                return Optional.of(new End(place, audio.get()));
            }
        }
        return Optional.empty();
    }

    /// How the recording ended; empty when the file's end is not the end that was written.
    Optional<ChunkCipher.Place> ending() throws IOException {
        return end().map(End::place);
    }

    RecordingState state() throws IOException {
        return switch (ending().orElseThrow(() -> new DamagedRecordingException("its end is missing or changed"))) {
            case END -> RecordingState.COMPLETE;
            case MIDDLE, FAILED_END, RECOVERED_END -> RecordingState.INCOMPLETE;
        };
    }

    /// How many chunks from the start are whole and as they were written.
    int soundChunks() throws IOException {
        int sound = 0;
        while (sound < last() && load(sound, ChunkCipher.Place.MIDDLE).isPresent()) {
            sound++;
        }
        return sound;
    }

    /// Bytes of audio: stereo A-law, 16,000 a second.
    long audioBytes() throws IOException {
        return (long) last() * RecordingHeader.CHUNK + body() % SEALED_CHUNK - AesGcm.TAG_BYTES;
    }

    Duration length() throws IOException {
        return Duration.ofMillis(audioBytes() / 16);
    }

    /// Copies audio from `position` on, as much as one chunk gives.
    ///
    /// @return how many bytes; 0 at the end
    /// @throws DamagedRecordingException when the chunk there is not what was written
    int read(long position, ByteBuffer into) throws IOException {
        long left = audioBytes() - position;
        if (left <= 0 || !into.hasRemaining()) {
            return 0;
        }
        byte[] audio = audio(Math.toIntExact(position / RecordingHeader.CHUNK));
        int offset = (int) (position % RecordingHeader.CHUNK);
        int count = Math.min(audio.length - offset, into.remaining());
        into.put(audio, offset, count);
        return count;
    }

    private byte[] audio(int index) throws IOException {
        if (index != loaded) {
            Optional<byte[]> audio = index < last() ? load(index, ChunkCipher.Place.MIDDLE) : end().map(End::audio);
            chunk = audio.orElseThrow(() -> new DamagedRecordingException("second " + index + " was changed"));
            loaded = index;
        }
        return chunk;
    }

    private Optional<byte[]> load(int index, ChunkCipher.Place place) throws IOException {
        long start = (long) index * SEALED_CHUNK;
        int length = (int) Math.min(SEALED_CHUNK, body() - start);
        return cipher.open(index, place, readAt(channel, RecordingHeader.BYTES + start, length));
    }

    private static byte[] readAt(SeekableByteChannel channel, long position, int length) throws IOException {
        ByteBuffer into = ByteBuffer.allocate(length);
        channel.position(position);
        while (into.hasRemaining()) {
            if (channel.read(into) < 0) {
                throw new DamagedRecordingException("it became shorter while it was read");
            }
        }
        return into.array();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
