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
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Checks and publishes plans, and keeps every version.
@Service
public class CallPlans {
    private static final String COLUMNS = "tenant, number, version, document, author, note, published_at";

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Prompts prompts;
    private final Extensions extensions;
    private final LivePlans live;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    CallPlans(
            Transactions transactions,
            JdbcClient jdbc,
            Prompts prompts,
            Extensions extensions,
            LivePlans live,
            ApplicationEventPublisher events,
            Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.prompts = prompts;
        this.extensions = extensions;
        this.live = live;
        this.events = events;
        this.clock = clock;
    }

    /// Checks a document as if it were to be published for this number's holder.
    public CheckedPlan check(TenantId tenant, String document, PlanBounds bounds) {
        return PlanChecker.check(
                document, bounds, name -> exists(tenant, name), extension -> extensions.exists(tenant, extension));
    }

    private boolean exists(TenantId tenant, PromptName name) {
        return prompts.find(tenant, name, Language.ZH).isPresent();
    }

    /// Checks and publishes; the new version is live on this node when it returns.
    public Publication publish(PlanDraft draft) {
        return switch (check(draft.tenant(), draft.document(), draft.bounds())) {
            case CheckedPlan.Faulty faulty -> new Publication.Refused(faulty.findings());
            case CheckedPlan.Sound sound -> {
                var plan = transactions.asTenant(draft.tenant(), () -> store(draft));
                live.refresh(draft.tenant(), draft.number());
                yield new Publication.Done(plan, sound.warnings());
            }
        };
    }

    private PublishedPlan store(PlanDraft draft) {
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
                clock.instant());
        jdbc.sql("insert into callplans.plans (" + COLUMNS + ") values (?, ?, ?, cast(? as json), ?, ?, ?)")
                .params(
                        plan.tenant().value(),
                        plan.number().digits(),
                        plan.version(),
                        plan.document(),
                        plan.author(),
                        plan.note(),
                        SqlTime.of(plan.publishedAt()))
                .update();
        events.publishEvent(new PlanPublished(plan.tenant(), plan.number(), plan.version()));
        return plan;
    }

    /// The version that is live; empty when none was ever published.
    public Optional<PublishedPlan> latest(TenantId tenant, HotlineNumber number) {
        return versions(tenant, number, Optional.empty(), 1).items().stream().findFirst();
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
                SqlTime.read(row, "published_at"));
    }
}
