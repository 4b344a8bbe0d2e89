package org.hotline400.server.enrolment.papers;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.vault.BlobName;
import org.hotline400.server.vault.BlobStore;

/// Removes what nobody needs: replaced files of applications that are over, and files that a crash left
/// without a row.
final class PaperSweep {
    /// An upload that is under way has its file before its row.
    private static final Duration UNDER_WAY = Duration.ofHours(1);

    private static final int AT_ONCE = 500;

    private final Transactions transactions;
    private final PaperRows rows;
    private final Papers papers;
    private final PaperFiles files;
    private final BlobStore blobs;
    private final Clock clock;

    PaperSweep(
            Transactions transactions, PaperRows rows, Papers papers, PaperFiles files, BlobStore blobs, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.papers = papers;
        this.files = files;
        this.blobs = blobs;
        this.clock = clock;
    }

    void run() throws IOException {
        transactions.asOperator(() -> rows.outlived(AT_ONCE)).forEach(papers::shred);
        Map<PaperId, BlobName> settled = new LinkedHashMap<>();
        blobs.forEach(name -> PaperFiles.idOf(name).filter(this::isSettled).ifPresent(id -> settled.put(id, name)));
        List<PaperId> ids = new ArrayList<>(settled.keySet());
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            List<PaperId> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            var known = transactions.asOperator(() -> rows.known(some));
            for (PaperId id : some) {
                if (!known.contains(id)) {
                    files.shred(Objects.requireNonNull(settled.get(id)));
                }
            }
        }
    }

    /// An id says when it was made (RFC 9562 §5.7).
    private boolean isSettled(PaperId id) {
        Instant made = Instant.ofEpochMilli(id.value().getMostSignificantBits() >>> 16);
        return made.isBefore(clock.instant().minus(UNDER_WAY));
    }
}
