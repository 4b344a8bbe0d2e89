package org.hotline400.server.callplans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
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

    private static final int AT_ONCE = 1_000;

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Map<Key, LivePlan> plans = new ConcurrentHashMap<>();
    /// Versions that this release cannot read; told once.
    private final Map<Key, Integer> refused = new ConcurrentHashMap<>();

    LivePlans(Transactions transactions, JdbcClient jdbc, ConfigurationChanges changes) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        changes.subscribe("callplans", this::refresh);
    }

    private record Key(TenantId tenant, HotlineNumber number) {}

    private record Version(Key key, int number) {}

    /// A plan ready to lead calls.
    public record LivePlan(int version, CallPlan plan) {}

    /// Empty when its holder never published one.
    public Optional<LivePlan> find(TenantId tenant, HotlineNumber number) {
        return Optional.ofNullable(plans.get(new Key(tenant, number)));
    }

    /// The numbers of this tenant whose plan fits, in their order.
    List<HotlineNumber> numbers(TenantId tenant, Predicate<CallPlan> fitting) {
        return plans.entrySet().stream()
                .filter(entry -> entry.getKey().tenant().equals(tenant))
                .filter(entry -> fitting.test(entry.getValue().plan()))
                .map(entry -> entry.getKey().number())
                .sorted(Comparator.comparing(HotlineNumber::digits))
                .toList();
    }

    /// Reads what has changed anywhere. Calls under way keep the plan they have.
    private synchronized void refresh() {
        transactions.asOperator(() -> {
            var changed = newest();
            for (int from = 0; from < changed.size(); from += AT_ONCE) {
                read(changed.subList(from, Math.min(changed.size(), from + AT_ONCE)));
            }
        });
    }

    /// Reads the newest version of one number's plan.
    synchronized void refresh(TenantId tenant, HotlineNumber number) {
        transactions.asTenant(
                tenant,
                () -> jdbc.sql("select tenant, number, version, document from callplans.plans"
                                + " where tenant = ? and number = ? order by version desc limit 1")
                        .params(tenant.value(), number.digits())
                        .query(this::take));
    }

    /// The newest versions that are not those in memory. No plan is ever deleted, but a database that was restored may
    /// have lost some.
    private List<Version> newest() {
        return jdbc
                .sql("select tenant, number, max(version) as version from callplans.plans group by tenant, number")
                .query((row, index) -> new Version(key(row), row.getInt("version")))
                .list()
                .stream()
                .filter(version -> isNews(version.key(), version.number()))
                .toList();
    }

    private void read(List<Version> versions) {
        jdbc.sql("select tenant, number, version, document from callplans.plans where (tenant, number, version) in"
                        + " (select * from unnest(cast(? as uuid[]), cast(? as text[]), cast(? as int[])))")
                .params(
                        array(versions, version -> version.key().tenant().value()),
                        array(versions, version -> version.key().number().digits()),
                        array(versions, Version::number))
                .query(this::take);
    }

    private static String array(List<Version> versions, Function<Version, Object> field) {
        return versions.stream().map(field).map(Object::toString).collect(Collectors.joining(",", "{", "}"));
    }

    private boolean isNews(Key key, int version) {
        var known = plans.get(key);
        return (known == null || known.version() != version) && refused.getOrDefault(key, 0) != version;
    }

    /// What was published was sound then; a release that finds otherwise keeps the version it has.
    private void take(ResultSet row) throws SQLException {
        var key = key(row);
        int version = row.getInt("version");
        switch (PlanChecker.check(row.getString("document"), PlanBounds.OPERATOR, Inventory.EVERYTHING)) {
            case CheckedPlan.Sound sound -> plans.put(key, new LivePlan(version, sound.plan()));
            case CheckedPlan.Faulty faulty -> {
                refused.put(key, version);
                log.error("version {} of the plan of {} cannot be read: {}", version, key, faulty.findings());
            }
        }
    }

    private static Key key(ResultSet row) throws SQLException {
        return new Key(new TenantId(row.getObject("tenant", UUID.class)), new HotlineNumber(row.getString("number")));
    }
}
