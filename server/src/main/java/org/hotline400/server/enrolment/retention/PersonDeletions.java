package org.hotline400.server.enrolment.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.retention.internal.RetentionRows;
import org.hotline400.server.enrolment.retention.internal.RetentionRows.Expired;
import org.hotline400.server.enrolment.retention.internal.RetentionRows.Limits;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.vault.Signatures;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/// Deletes persons and papers of applications that have been kept for their time, unless they are held, and leaves a
/// signed certificate of each.
@Service
public class PersonDeletions {
    private static final Logger LOG = LoggerFactory.getLogger(PersonDeletions.class);
    private static final int BATCH = 50;
    /// So that one sweep does not keep the disk busy for hours; the next one goes on.
    private static final int MOST_BATCHES = 40;

    private final RetentionRows rows;
    private final Forgetting forgetting;
    private final Signatures signatures;
    private final Transactions transactions;
    private final RetentionSettings settings;
    private final Clock clock;

    public PersonDeletions(
            RetentionRows rows,
            Forgetting forgetting,
            Signatures signatures,
            Transactions transactions,
            RetentionSettings settings,
            Clock clock) {
        this.rows = rows;
        this.forgetting = forgetting;
        this.signatures = signatures;
        this.transactions = transactions;
        this.settings = settings;
        this.clock = clock;
    }

    /// @return how many applications were emptied
    public int sweep() {
        int deleted = 0;
        Optional<ApplicationId> last = Optional.empty();
        for (int batch = 0; batch < MOST_BATCHES; batch++) {
            var expired = expired(last);
            deleted += (int)
                    expired.stream().filter(one -> delete(one.application())).count();
            if (expired.size() < BATCH) {
                return deleted;
            }
            // Behind the last, so that those that cannot be deleted do not keep the rest waiting.
            last = Optional.of(expired.getLast().application());
        }
        return deleted;
    }

    private Limits limits() {
        var now = clock.instant();
        return new Limits(now.minus(settings.unfinished()), now.minus(settings.afterService()));
    }

    private List<Expired> expired(Optional<ApplicationId> after) {
        return transactions.asOperator(() -> rows.expired(limits(), after, BATCH));
    }

    /// Deletes one, if its time has come and it is not held.
    ///
    /// @return whether it did
    boolean delete(ApplicationId id) {
        try {
            return transactions.asOperator(
                    () -> rows.lock(limits(), id).map(this::deleteLocked).orElse(false));
        } catch (RuntimeException e) {
            LOG.error("cannot delete the persons of application {}: {}", id, e.getMessage());
            return false;
        }
    }

    private boolean deleteLocked(Expired expired) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        var reason = expired.state() == ApplicationState.PROVISIONED || expired.state() == ApplicationState.LIVE
                ? "kept for " + settings.afterService().toDays() + " days after service"
                : "came to nothing (" + expired.state().code() + "), kept for "
                        + settings.unfinished().toDays() + " days";
        forgetting.close(expired);
        var text = DeletionCertificate.text(
                expired.application(), expired.tenant(), forgetting.papers(expired.application()), now, reason);
        rows.certify(expired, now, text, signatures.sign(text));
        rows.emptied(expired.application(), now);
        // Last, so that nothing is refused after the files are gone, save by a failing commit.
        forgetting.forget(expired.application());
        return true;
    }

    /// The certificate, where the caller may see it.
    public Optional<DeletionCertificate> certificate(Caller caller, ApplicationId id) {
        return caller.see(transactions, () -> rows.certificate(id))
                .map(kept -> new DeletionCertificate(
                        id,
                        kept.deletedAt(),
                        kept.text(),
                        HexFormat.of().formatHex(kept.signature().bytes()),
                        kept.signature().key(),
                        signatures.isValid(kept.signature(), kept.text())));
    }
}
