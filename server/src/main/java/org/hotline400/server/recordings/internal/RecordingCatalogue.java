package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingRequest;
import org.hotline400.server.recordings.RecordingSummary;
import org.hotline400.server.recordings.Recordings;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.BlobStore;
import org.hotline400.server.vault.UnknownKeyException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;

/// The catalogue follows the files: what is finished is taken in, as soon as the database is there.
@Service
class RecordingCatalogue implements Recordings {
    private static final Logger LOG = LoggerFactory.getLogger(RecordingCatalogue.class);
    private static final int BATCH = 200;

    private final RecordingFolder folder;
    private final BlobStore blobs;
    private final PendingRecordings pending;
    private final RecordingRows rows;
    private final Transactions transactions;
    /// Those whose key is not at hand; left alone until they are tried again.
    private final Set<RecordingId> keyless = ConcurrentHashMap.newKeySet();
    /// Those told to be keyless, so that the log says it once.
    private final Set<RecordingId> told = ConcurrentHashMap.newKeySet();

    RecordingCatalogue(
            RecordingFolder folder,
            @Qualifier(RecordingsConfiguration.BLOBS) BlobStore blobs,
            PendingRecordings pending,
            RecordingRows rows,
            Transactions transactions) {
        this.folder = folder;
        this.blobs = blobs;
        this.pending = pending;
        this.rows = rows;
        this.transactions = transactions;
    }

    @Override
    public List<RecordingSummary> ofCall(TenantId tenant, CallId call) {
        return transactions.asTenant(tenant, () -> rows.ofCall(call));
    }

    @Override
    public Map<CallId, List<RecordingSummary>> ofCalls(Set<CallId> calls) {
        return rows.ofCalls(calls).stream().collect(Collectors.groupingBy(RecordingSummary::call));
    }

    /// Takes in what is waiting.
    ///
    /// @throws org.springframework.dao.DataAccessException while the database is away; nothing is lost
    void takeInPending() throws IOException {
        Map<RecordingId, BlobName> batch = pending.oldest(BATCH, keyless);
        while (!batch.isEmpty()) {
            for (Map.Entry<RecordingId, BlobName> one : batch.entrySet()) {
                takeIn(one.getKey(), one.getValue());
            }
            batch = pending.oldest(BATCH, keyless);
        }
    }

    /// Lets [#takeInPending()] try those again whose key was not at hand.
    void tryKeylessAgain() {
        keyless.clear();
    }

    private void takeIn(RecordingId id, BlobName name) throws IOException {
        try {
            RecordingSummary recording = describe(name);
            transactions.asTenant(recording.tenant(), () -> rows.add(recording));
        } catch (UnknownKeyException e) {
            postpone(id, name, e);
            return;
        } catch (NoSuchFileException gone) {
            LOG.warn("{} was noted for the catalogue but is gone", name);
        } catch (DamagedRecordingException | DataIntegrityViolationException e) {
            LOG.error("{} is left out of the catalogue: {}", name, e.getMessage());
        }
        pending.remove(id);
        told.remove(id);
    }

    /// Its note stays: the key of a tenant may be made or read a moment later.
    private void postpone(RecordingId id, BlobName name, UnknownKeyException reason) {
        keyless.add(id);
        if (told.add(id)) {
            LOG.error("{} waits for the catalogue until its key is there: {}", name, reason.getMessage());
        }
    }

    private RecordingSummary describe(BlobName name) throws IOException {
        try (RecordingFile file = folder.read(name);
                SeekableByteChannel sealed = blobs.open(name)) {
            RecordingRequest request = file.header().request();
            return new RecordingSummary(
                    file.header().id(),
                    request.tenant(),
                    request.call(),
                    request.number(),
                    request.kind(),
                    file.state(),
                    request.startedAt(),
                    file.length(),
                    sealed.size(),
                    sha256(sealed),
                    request.startedAt().plus(request.retention()),
                    false);
        }
    }

    private static String sha256(SeekableByteChannel channel) throws IOException {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            ByteBuffer buffer = ByteBuffer.allocate(64 * 1_024);
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this JDK has no SHA-256", e);
        }
    }

    /// Walks over all files and notes those that the catalogue does not have: after a crash at the worst
    /// moment, or
    /// when a folder was restored.
    void noteUnknown() throws IOException {
        Map<RecordingId, BlobName> seen = new HashMap<>();
        blobs.forEach(name -> RecordingFolder.idOf(name).ifPresent(id -> {
            seen.put(id, name);
            if (seen.size() == BATCH) {
                note(seen);
            }
        }));
        note(seen);
    }

    private void note(Map<RecordingId, BlobName> seen) {
        Set<RecordingId> known = transactions.asOperator(() -> rows.known(seen.keySet()));
        seen.keySet().removeAll(known);
        seen.forEach((id, name) -> {
            try {
                pending.add(id, name);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        seen.clear();
    }
}
