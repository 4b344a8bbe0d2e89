package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.recordings.OpenRecording;
import org.hotline400.server.recordings.RecordingKind;
import org.hotline400.server.recordings.RecordingRequest;
import org.hotline400.server.vault.BlobStore;
import org.hotline400.server.vault.KeyRing;
import org.hotline400.server.vault.internal.VaultFixture;

/// A recording folder on disk, and audio to put in.
final class RecordingFixture {
    static final TenantId SHOP = new TenantId(new UUID(7, 1));
    static final TenantId SCHOOL = new TenantId(new UUID(7, 2));
    static final HotlineNumber NUMBER = new HotlineNumber("4006173952");
    static final Instant START = Instant.parse("2026-03-01T23:30:00Z");

    final Path root;
    final KeyRing keys;
    final BlobStore blobs;
    final PendingRecordings pending;
    final RecordingFolder folder;

    RecordingFixture(Path root) {
        this(root, VaultFixture.keys());
    }

    RecordingFixture(Path root, KeyRing keys) {
        try {
            this.root = root;
            this.keys = keys;
            blobs = BlobStore.in(root.resolve("kept"));
            pending = new PendingRecordings(root.resolve("pending"));
            folder = new RecordingFolder(root, keys, blobs, pending);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static RecordingRequest request() {
        return new RecordingRequest(
                CallId.next(), SHOP, NUMBER, RecordingKind.CONVERSATION, Duration.ofDays(180), START);
    }

    /// Noise that is the same each time.
    static byte[] audio(int bytes) {
        byte[] audio = new byte[bytes];
        new Random(bytes).nextBytes(audio);
        return audio;
    }

    /// Records this, in writes of 20 ms.
    static void write(OpenRecording recording, byte[] audio) throws IOException {
        for (int i = 0; i < audio.length; i += 320) {
            recording.write(ByteBuffer.wrap(audio, i, Math.min(320, audio.length - i)));
        }
    }

    /// The finished recordings.
    List<Path> kept() throws IOException {
        return files(root.resolve("kept"));
    }

    /// Files of recordings not finished yet.
    List<Path> open() throws IOException {
        return files(root.resolve("open")).stream()
                .filter(file -> !file.endsWith("lock"))
                .toList();
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    RecordingFile read(Path file) throws IOException {
        return RecordingFile.open(Files.newByteChannel(file), keys);
    }

    byte[] audioOf(Path path) throws IOException {
        try (RecordingFile file = read(path)) {
            return audioOf(file);
        }
    }

    static byte[] audioOf(RecordingFile file) throws IOException {
        ByteBuffer all = ByteBuffer.allocate((int) file.audioBytes());
        int count = 1;
        while (count > 0) {
            count = file.read(all.position(), all);
        }
        return all.array();
    }
}
