package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hotline400.server.vault.KeyRing;
import org.hotline400.server.vault.cipher.ChunkCipher;

/// Finishes a file whose writer died: what follows the last sound chunk is cut off, and an end that says so is
/// put
/// there. May be interrupted and run again.
final class RecordingRecovery {
    private RecordingRecovery() {}

    /// @throws DamagedRecordingException when the header cannot be read, so nothing can be saved
    static RecordingHeader finish(Path path, KeyRing keys) throws IOException {
        FileChannel channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try (RecordingFile file = RecordingFile.open(channel, keys)) {
            if (file.ending().isEmpty()) {
                end(channel, file, file.soundChunks());
            }
            channel.force(true);
            return file.header();
        }
    }

    private static void end(FileChannel channel, RecordingFile file, int chunks) throws IOException {
        long position = RecordingHeader.BYTES + (long) chunks * RecordingFile.SEALED_CHUNK;
        channel.truncate(position);
        ByteBuffer end = file.cipher().seal(chunks, ChunkCipher.Place.RECOVERED_END, new byte[0], 0);
        while (end.hasRemaining()) {
            position += channel.write(end, position);
        }
    }
}
