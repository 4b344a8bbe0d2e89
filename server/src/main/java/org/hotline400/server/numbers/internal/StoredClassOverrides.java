package org.hotline400.server.numbers.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.grading.ClassOverrides;
import org.hotline400.server.numbers.grading.NumberClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The table `numbers.class_overrides`: every decision is kept, the newest of each number counts.
@Service
public class StoredClassOverrides implements ClassOverrides {
    private static final int BEHIND = 3;
    private static final String COLUMNS = "select number, class, reason, author, at from ";

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Map<Integer, NumberClass> classes = Map.of();

    StoredClassOverrides(Transactions transactions, JdbcClient jdbc, Clock clock, ConfigurationChanges changes) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        changes.subscribe("number-classes", this::refresh);
    }

    @Override
    public Map<Integer, NumberClass> all() {
        return classes;
    }

    /// Decides; in force on this node when it returns, on others within a second.
    ///
    /// @param given empty: the rules count again
    public ClassDecision decide(HotlineNumber number, Optional<NumberClass> given, Actor actor) {
        var decision = new ClassDecision(number, given, actor, clock.instant());
        transactions.asOperator(() -> insert(decision));
        refresh();
        return decision;
    }

    private int insert(ClassDecision decision) {
        return jdbc.sql("insert into numbers.class_overrides (tenant, number, id, class, reason, author, at)"
                        + " values (:tenant, :number, :id, :class, :reason, :author, :at)")
                .param("tenant", TenantId.OPERATOR.value())
                .param("number", decision.number().digits())
                .param("id", Ids.next())
                .param("class", decision.given().map(NumberClass::code).orElse(null))
                .param("reason", decision.actor().reason())
                .param("author", decision.actor().name())
                .param("at", SqlTime.of(decision.at()))
                .update();
    }

    /// All decisions on a number, the newest first.
    public List<ClassDecision> history(HotlineNumber number) {
        return transactions.asOperator(
                () -> jdbc.sql(COLUMNS + "numbers.class_overrides where number = ? order by id desc limit 200")
                        .param(number.digits())
                        .query(StoredClassOverrides::decision)
                        .list());
    }

    private synchronized void refresh() {
        classes = transactions.asOperator(this::newest).stream()
                .collect(Collectors.toUnmodifiableMap(
                        one -> Integer.valueOf(one.number().digits().substring(BEHIND)),
                        one -> one.given().orElseThrow()));
    }

    private List<ClassDecision> newest() {
        return jdbc.sql(COLUMNS + "(select distinct on (number) * from numbers.class_overrides"
                        + " order by number, id desc) as newest where class is not null")
                .query(StoredClassOverrides::decision)
                .list();
    }

    private static ClassDecision decision(ResultSet row, int index) throws SQLException {
        return new ClassDecision(
                new HotlineNumber(row.getString("number")),
                Optional.ofNullable(row.getString("class")).map(NumberClass::of),
                new Actor(row.getString("author"), row.getString("reason")),
                SqlTime.read(row, "at"));
    }
}
