package org.hotline400.server.callplans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Checks and publishes plans, and keeps every version.
@Service
public class CallPlans {
    private static final String COLUMNS =
            "tenant, number, version, document, author, note, published_at, restored_from";

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final PlanReview review;
    private final LivePlans live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallPlans(
            Transactions transactions,
            JdbcClient jdbc,
            PlanReview review,
            LivePlans live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.review = review;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /// What a new version comes from.
    ///
    /// @param restored the version that it brings back; null: none
    /// @param draft the revision of the number's draft that it was, which is done with then; null: it was none
    record Origin(@Nullable Integer restored, @Nullable Long draft) {
        static final Origin WRITTEN = new Origin(null, null);
    }

    /// Checks a plan as if it were this holder's, without its examples: for a look at what it would do.
    public CheckedPlan check(TenantId tenant, String document, PlanBounds bounds) {
        return review.check(tenant, document, bounds);
    }

    /// Checks all that publishing would.
    public CheckedPlan review(PlanDraft draft) {
        return review.review(draft);
    }

    /// Checks and publishes; the new version is live on this node when it returns.
    public Publication publish(PlanDraft draft) {
        return publish(draft, Origin.WRITTEN);
    }

    /// Publishes an old version anew, when it still passes the checks; empty when there is no such version.
    public Optional<Publication> rollBack(RollBack wish) {
        return version(wish.tenant(), wish.number(), wish.version())
                .map(old -> publish(
                        new PlanDraft(
                                wish.tenant(),
                                wish.number(),
                                old.document(),
                                wish.bounds(),
                                wish.author(),
                                wish.note()),
                        new Origin(old.version(), null)));
    }

    Publication publish(PlanDraft draft, Origin origin) {
        return switch (review(draft)) {
            case CheckedPlan.Faulty faulty -> new Publication.Refused(faulty.findings());
            case CheckedPlan.Sound sound -> {
                var plan = transactions.asTenant(draft.tenant(), () -> store(draft, origin));
                live.refresh(draft.tenant(), draft.number());
                yield new Publication.Done(plan, sound.warnings());
            }
        };
    }

    private PublishedPlan store(PlanDraft draft, Origin origin) {
        // Two authors at once get two versions, one after the other.
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('callplans' || ?, 0))")
                .param(draft.number().digits())
                .query((row, index) -> index)
                .single();
        int version = jdbc.sql(
                        "select coalesce(max(version), 0) + 1 from callplans.plans where tenant = ? and number = ?")
                .params(draft.tenant().value(), draft.number().digits())
                .query(Integer.class)
                .single();
        var plan = new PublishedPlan(
                draft.tenant(),
                draft.number(),
                version,
                draft.document(),
                draft.author(),
                draft.note(),
                clock.instant(),
                origin.restored());
        insert(plan);
        if (origin.draft() != null) {
            // One that was changed meanwhile stays.
            jdbc.sql("delete from callplans.drafts where tenant = ? and number = ? and revision = ?")
                    .params(plan.tenant().value(), plan.number().digits(), origin.draft())
                    .update();
        }
        events.publishEvent(new PlanPublished(plan.tenant(), plan.number(), plan.version()));
        return plan;
    }

    private void insert(PublishedPlan plan) {
        jdbc.sql("insert into callplans.plans (" + COLUMNS + ") values (:tenant, :number, :version,"
                        + " cast(:document as json), :author, :note, :at, :restored)")
                .param("tenant", plan.tenant().value())
                .param("number", plan.number().digits())
                .param("version", plan.version())
                .param("document", plan.document())
                .param("author", plan.author())
                .param("note", plan.note())
                .param("at", SqlTime.of(plan.publishedAt()))
                .param("restored", plan.restoredFrom())
                .update();
    }

    /// The version that is live; empty when none was ever published.
    public Optional<PublishedPlan> latest(TenantId tenant, HotlineNumber number) {
        return versions(tenant, number, Optional.empty(), 1).items().stream().findFirst();
    }

    /// One published version.
    public Optional<PublishedPlan> version(TenantId tenant, HotlineNumber number, int version) {
        return transactions.asTenant(
                tenant,
                () -> jdbc.sql("select " + COLUMNS + " from callplans.plans where tenant = ? and number = ?"
                                + " and version = ?")
                        .params(tenant.value(), number.digits(), version)
                        .query(CallPlans::plan)
                        .optional());
    }

    /// Newest first.
    ///
    /// @param before start below this version
    public Page<PublishedPlan> versions(TenantId tenant, HotlineNumber number, Optional<Integer> before, int limit) {
        var rows = transactions.asTenant(
                tenant,
                () -> jdbc.sql("select " + COLUMNS + " from callplans.plans where tenant = :tenant and number = :number"
                                + " and (cast(:before as int) is null or version < :before)"
                                + " order by version desc limit :limit")
                        .param("tenant", tenant.value())
                        .param("number", number.digits())
                        .param("before", before.orElse(null))
                        .param("limit", limit + 1)
                        .query(CallPlans::plan)
                        .list());
        return Page.of(rows, limit, plan -> String.valueOf(plan.version()));
    }

    private static PublishedPlan plan(ResultSet row, int index) throws SQLException {
        return new PublishedPlan(
                new TenantId(row.getObject("tenant", UUID.class)),
                new HotlineNumber(row.getString("number")),
                row.getInt("version"),
                row.getString("document"),
                row.getString("author"),
                row.getString("note"),
                SqlTime.read(row, "published_at"),
                row.getObject("restored_from", Integer.class));
    }
}
