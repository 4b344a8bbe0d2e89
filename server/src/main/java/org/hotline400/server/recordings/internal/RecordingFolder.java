package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.recordings.OpenRecording;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingRequest;
import org.hotline400.server.recordings.RecordingStore;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.BlobStore;
import org.hotline400.server.vault.KeyRing;
import org.hotline400.server.vault.cipher.AesGcm;
import org.hotline400.server.vault.cipher.ChunkCipher;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Where recordings are on this node:
///
/// * `open/<process>/<id>.rec` — under way; the process holds a lock on `open/<process>/lock`,
/// * the [BlobStore] — finished, by tenant and day,
/// * `pending/<id>` — holds the name of a finished one that the catalogue does not have yet,
/// * `shredding/<id>` — the deletion of this one was begun here and the catalogue does not say so yet.
///
/// The files are the truth; the catalogue follows.
final class RecordingFolder implements RecordingStore {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingFolder.class);
    private static final String SUFFIX = ".rec";
    /// Days in UTC: a name must not depend on where the server stands.
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("uuuu/MM/dd").withZone(ZoneOffset.UTC);

    private final KeyRing keys;
    private final BlobStore blobs;
    private final PendingRecordings pending;
    private final ProcessFolders processes;
    private final BegunShreds shreds;
    private final Set<Path> live = ConcurrentHashMap.newKeySet();

    RecordingFolder(Path root, KeyRing keys, BlobStore blobs, PendingRecordings pending) throws IOException {
        this.keys = keys;
        this.blobs = blobs;
        this.pending = pending;
        this.processes = new ProcessFolders(root.resolve("open"));
        this.shreds = new BegunShreds(root.resolve("shredding"));
    }

    /// Where the finished file of a recording is kept.
    static BlobName nameOf(TenantId tenant, Instant startedAt, RecordingId id) {
        return new BlobName(tenant + "/" + DAY.format(startedAt) + "/" + id + SUFFIX);
    }

    private static BlobName nameOf(RecordingHeader header) {
        return nameOf(header.request().tenant(), header.request().startedAt(), header.id());
    }

    /// Which recording a stored file is, by its name; empty when it is none.
    static Optional<RecordingId> idOf(BlobName name) {
        List<String> segments = name.segments();
        String last = segments.getLast();
        if (segments.size() != 5 || !last.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        try {
            return Optional.of(RecordingId.of(last.substring(0, last.length() - SUFFIX.length())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public OpenRecording open(RecordingRequest request) throws IOException {
        RecordingHeader header = new RecordingHeader(RecordingId.next(), request, keys.wrapperFor(request.tenant()));
        Path file = processes.own().resolve(header.id() + SUFFIX);
        byte[] key = AesGcm.random(AesGcm.KEY_BYTES);
        byte[] start = header.with(keys.wrap(header.wrapper(), header.clear(), key));
        live.add(file);
        try {
            FileChannel channel = create(file, start);
            var cipher = new ChunkCipher(AesGcm.key(key), start);
            return new RecordingWriter(header.id(), channel, cipher, new Filing(header, file));
        } catch (IOException e) {
            live.remove(file);
            throw e;
        }
    }

    private static FileChannel create(Path file, byte[] start) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            channel.write(ByteBuffer.wrap(start));
            return channel;
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /// Moves a finished file to where it is kept, and notes it for the catalogue.
    private void keep(RecordingHeader header, Path file) throws IOException {
        BlobName name = nameOf(header);
        blobs.adopt(name, file);
        // A crash right here loses the note, not the recording: the walk over all files at start finds it.
        pending.add(header.id(), name);
    }

    private final class Filing implements RecordingWriter.Finish {
        private final RecordingHeader header;
        private final Path file;

        Filing(RecordingHeader header, Path file) {
            this.header = header;
            this.file = file;
        }

        @Override
        public void keep() throws IOException {
            try {
                RecordingFolder.this.keep(header, file);
            } finally {
                live.remove(file);
            }
        }

        @Override
        public void leave() {
            live.remove(file);
        }

        @Override
        public void discard() {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                LOG.warn("cannot delete the discarded recording {}", file, e);
            }
            live.remove(file);
        }
    }

    /// Finishes what dead processes, and failed writes of this one, left open. Safe to call at any time.
    ///
    /// @return how many recordings were finished
    int recover() throws IOException {
        int[] count = {0};
        processes.forEachOrphan(live::contains, file -> {
            if (recover(file)) {
                count[0]++;
            }
        });
        return count[0];
    }

    private boolean recover(Path file) {
        try {
            RecordingHeader header = RecordingRecovery.finish(file, keys);
            keep(header, file);
            LOG.info(
                    "recovered recording {} of call {}",
                    header.id(),
                    header.request().call());
            return true;
        } catch (DamagedRecordingException e) {
            LOG.warn("removing {}: nothing in it can be read: {}", file, e.getMessage());
            return removed(file);
        } catch (IOException | RuntimeException e) {
            LOG.error("cannot recover {}: {}; trying again later", file, String.valueOf(e));
            return false;
        }
    }

    private static boolean removed(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.error("cannot remove {}", file, e);
        }
        return false;
    }

    /// Opens a finished recording.
    RecordingFile read(BlobName name) throws IOException {
        return RecordingFile.open(blobs.open(name), keys);
    }

    /// Makes a finished recording unreadable for good, first its key, then all of it. May be interrupted and
    /// run again
    /// until [#forgetShred].
    ///
    /// @return false when it is not here and its shredding was not begun here before
    boolean shred(RecordingId id, BlobName name) throws IOException {
        if (!shreds.contains(id)) {
            if (!isHere(name)) {
                return false;
            }
            shreds.add(id);
        }
        blobs.shred(name, RecordingHeader.BYTES);
        return true;
    }

    private boolean isHere(BlobName name) throws IOException {
        try (SeekableByteChannel file = blobs.open(name)) {
            return file.isOpen();
        } catch (NoSuchFileException gone) {
            return false;
        }
    }

    /// Once the catalogue says that it was deleted.
    void forgetShred(RecordingId id) throws IOException {
        shreds.remove(id);
    }

    /// Gives the lock on this process's folder back; what is still open will be recovered by the next process.
    void close() throws IOException {
        processes.close();
    }
}
