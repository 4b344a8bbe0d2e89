package org.hotline400.server.recordings.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingSummary;
import org.hotline400.server.vault.Signatures;
import org.hotline400.server.vault.Signatures.Signature;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Deletes recordings so that it can be proved: the file's key is overwritten, the file removed, a signed
/// certificate
/// left.
@Service
class Deletions {
    private static final Logger LOG = LoggerFactory.getLogger(Deletions.class);

    private final RecordingFolder folder;
    private final RecordingRows rows;
    private final AccessLog log;
    private final Signatures signatures;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    // One collaborator a step of the deletion: file, catalogue, audit, signature, time.
    Deletions(
            RecordingFolder folder,
            RecordingRows rows,
            AccessLog log,
            Signatures signatures,
            Transactions transactions,
            JdbcClient jdbc,
            Clock clock) {
        this.folder = folder;
        this.rows = rows;
        this.log = log;
        this.signatures = signatures;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Deletes one, unless it is held or deleted by now. Should the database go away in between, the file is
    /// gone and
    /// the rest follows when it is tried again.
    ///
    /// @return false when it was held or deleted since it was looked up; nothing is done then
    /// @throws FileNotHereException when this node neither has the file nor has shredded it; nothing is done
    ///     then
    boolean delete(RecordingSummary recording, AccessLog.Actor actor, String reason) {
        boolean deleted = transactions.asTenant(recording.tenant(), () -> {
            if (!rows.markDeleted(recording.id())) {
                return false;
            }
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            String text = DeletionCertificate.text(recording, now, actor.name(), reason);
            log.add(recording, actor, AccessLog.Action.DELETE, reason);
            certify(recording, now, text);
            shred(recording);
            return true;
        });
        if (deleted) {
            forget(recording.id());
        }
        return deleted;
    }

    private void certify(RecordingSummary recording, Instant now, String text) {
        Signature signature = signatures.sign(text);
        jdbc.sql("""
                        insert into recordings.deletion_certificates (tenant, recording, deleted_at, text, signature, master_key)
                        values (?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        recording.tenant().value(),
                        recording.id().value(),
                        SqlTime.of(now),
                        text,
                        signature.bytes(),
                        signature.key())
                .update();
    }

    /// Last, so that no certificate is refused after the file is gone, save by a failing commit. Without a file
    /// the
    /// exception takes the certificate back.
    private void shred(RecordingSummary recording) {
        try {
            if (!folder.shred(
                    recording.id(),
                    RecordingFolder.nameOf(recording.tenant(), recording.startedAt(), recording.id()))) {
                throw new FileNotHereException(recording.id());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot delete recording " + recording.id(), e);
        }
    }

    /// A note that stays does no harm: a deleted row is never deleted again.
    private void forget(RecordingId id) {
        try {
            folder.forgetShred(id);
        } catch (IOException e) {
            LOG.warn("the note that recording {} was being shredded stays: {}", id, e.getMessage());
        }
    }

    /// The certificate, in the transaction of the caller.
    Optional<DeletionCertificate> certificate(RecordingId id) {
        return jdbc.sql("select * from recordings.deletion_certificates where recording = ?")
                .param(id.value())
                .query(this::read)
                .optional();
    }

    private DeletionCertificate read(ResultSet row, int index) throws SQLException {
        String text = row.getString("text");
        var signature = new Signature(row.getObject("master_key", UUID.class), row.getBytes("signature"));
        return new DeletionCertificate(
                row.getObject("recording", UUID.class),
                SqlTime.read(row, "deleted_at"),
                text,
                HexFormat.of().formatHex(signature.bytes()),
                signature.key(),
                signatures.isValid(signature, text));
    }
}
