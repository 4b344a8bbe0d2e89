package org.hotline400.server.callplans;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The plans that calls are led by now, in memory: at most a second behind the database, and there while it is away.
@Component
public class LivePlans {
    private static final Logger log = LoggerFactory.getLogger(LivePlans.class);

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private volatile Map<Key, LivePlan> plans = Map.of();

    LivePlans(Transactions transactions, JdbcClient jdbc, ConfigurationChanges changes) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        changes.subscribe("callplans", this::refresh);
    }

    private record Key(TenantId tenant, HotlineNumber number) {}

    /// A plan ready to lead calls.
    public record LivePlan(int version, CallPlan plan) {}

    private record Newest(Key key, int version) {}

    /// Empty when its holder never published one.
    public Optional<LivePlan> find(TenantId tenant, HotlineNumber number) {
        return Optional.ofNullable(plans.get(new Key(tenant, number)));
    }

    /// Reads what has changed. Calls under way keep the plan they have.
    synchronized void refresh() {
        var next = new HashMap<Key, LivePlan>();
        transactions.asOperator(() -> {
            for (var newest : newest()) {
                var known = plans.get(newest.key());
                if (known != null && known.version() == newest.version()) {
                    next.put(newest.key(), known);
                } else {
                    read(newest).or(() -> Optional.ofNullable(known)).ifPresent(plan -> next.put(newest.key(), plan));
                }
            }
        });
        plans = Map.copyOf(next);
    }

    private List<Newest> newest() {
        return jdbc.sql("select tenant, number, max(version) as version from callplans.plans group by tenant, number")
                .query((row, index) -> new Newest(
                        new Key(
                                new TenantId(row.getObject("tenant", UUID.class)),
                                new HotlineNumber(row.getString("number"))),
                        row.getInt("version")))
                .list();
    }

    /// What was published was sound then; a release that finds otherwise keeps the version it has.
    private Optional<LivePlan> read(Newest newest) {
        var document = jdbc.sql("select document from callplans.plans where tenant = ? and number = ? and version = ?")
                .params(newest.key().tenant().value(), newest.key().number().digits(), newest.version())
                .query(String.class)
                .single();
        return switch (PlanChecker.check(document, PlanBounds.OPERATOR, _ -> true)) {
            case CheckedPlan.Sound sound -> Optional.of(new LivePlan(newest.version(), sound.plan()));
            case CheckedPlan.Faulty faulty -> {
                log.error("the plan of {} cannot be read: {}", newest, faulty.findings());
                yield Optional.empty();
            }
        };
    }
}
