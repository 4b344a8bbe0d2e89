package org.hotline400.server.callplans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The drafts of plans, at most one a number. Two authors never overwrite each other unseen: who saves names the
/// revision that he has read.
@Service
public class PlanDrafts {
    private static final String COLUMNS = "tenant, number, revision, document, based_on, author, note, changed_at";

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final CallPlans plans;
    private final Clock clock;

    PlanDrafts(Transactions transactions, JdbcClient jdbc, CallPlans plans, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.plans = plans;
        this.clock = clock;
    }

    public Optional<SavedDraft> find(TenantId tenant, HotlineNumber number) {
        return transactions.asTenant(
                tenant,
                () -> jdbc.sql("select " + COLUMNS + " from callplans.drafts where tenant = ? and number = ?")
                        .params(tenant.value(), number.digits())
                        .query(PlanDrafts::draft)
                        .optional());
    }

    /// Keeps a draft as it is, whatever a check would say.
    ///
    /// @param read the revision that the author has read; empty: there was none yet
    public DraftChange save(PlanDraft draft, Optional<Long> read) {
        return transactions.asTenant(draft.tenant(), () -> {
            int saved = read.map(revision -> update(draft, revision)).orElseGet(() -> insert(draft));
            var now = find(draft.tenant(), draft.number());
            return saved == 1 ? now.<DraftChange>map(DraftChange.Saved::new).orElseThrow() : refused(now);
        });
    }

    private static DraftChange refused(Optional<SavedDraft> now) {
        return now.<DraftChange>map(DraftChange.Stale::new).orElseGet(DraftChange.Missing::new);
    }

    private int insert(PlanDraft draft) {
        return jdbc.sql("insert into callplans.drafts (" + COLUMNS + ")"
                        + " values (:tenant, :number, nextval('callplans.draft_revisions'), :document,"
                        + " (select max(version) from callplans.plans where tenant = :tenant and number = :number),"
                        + " :author, :note, :at) on conflict do nothing")
                .param("tenant", draft.tenant().value())
                .param("number", draft.number().digits())
                .param("document", draft.document())
                .param("author", draft.author())
                .param("note", draft.note())
                .param("at", SqlTime.of(clock.instant()))
                .update();
    }

    private int update(PlanDraft draft, long revision) {
        return jdbc.sql("update callplans.drafts set revision = nextval('callplans.draft_revisions'), document = ?,"
                        + " author = ?, note = ?, changed_at = ? where tenant = ? and number = ? and revision = ?")
                .params(
                        draft.document(),
                        draft.author(),
                        draft.note(),
                        SqlTime.of(clock.instant()),
                        draft.tenant().value(),
                        draft.number().digits(),
                        revision)
                .update();
    }

    /// Throws a draft away.
    ///
    /// @param read the revision that is meant; empty: whichever there is
    public DraftChange remove(TenantId tenant, HotlineNumber number, Optional<Long> read) {
        return transactions.asTenant(tenant, () -> {
            int removed = jdbc.sql("delete from callplans.drafts where tenant = :tenant and number = :number"
                            + " and (cast(:revision as bigint) is null or revision = :revision)")
                    .param("tenant", tenant.value())
                    .param("number", number.digits())
                    .param("revision", read.orElse(null))
                    .update();
            return removed == 1 ? new DraftChange.Removed() : refused(find(tenant, number));
        });
    }

    /// Publishes a draft that was read; it is gone when it is live.
    ///
    /// @param bounds what the publisher may ask for
    /// @param author who publishes
    public Publication publish(SavedDraft draft, PlanBounds bounds, String author, String note) {
        return plans.publish(
                new PlanDraft(draft.tenant(), draft.number(), draft.document(), bounds, author, note),
                new CallPlans.Origin(null, draft.revision()));
    }

    private static SavedDraft draft(ResultSet row, int index) throws SQLException {
        return new SavedDraft(
                new TenantId(row.getObject("tenant", UUID.class)),
                new HotlineNumber(row.getString("number")),
                row.getLong("revision"),
                row.getString("document"),
                row.getObject("based_on", Integer.class),
                row.getString("author"),
                row.getString("note"),
                SqlTime.read(row, "changed_at"));
    }
}
