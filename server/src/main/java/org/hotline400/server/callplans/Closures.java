package org.hotline400.server.callplans;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The "closed today" switch of each number: turned in the database, known to calls within a second on every node.
@Service
public class Closures implements Switches {
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Map<Key, Closure> closed = Map.of();

    Closures(Transactions transactions, JdbcClient jdbc, Clock clock, ConfigurationChanges changes) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
        changes.subscribe("closures", this::refresh);
    }

    private record Key(TenantId tenant, HotlineNumber number) {}

    @Override
    public boolean closedToday(TenantId tenant, HotlineNumber number, Instant moment) {
        var known = closed;
        if (known.isEmpty()) {
            return false;
        }
        var closure = known.get(new Key(tenant, number));
        return closure != null && closure.closes(moment);
    }

    /// The last turn of a number's switch; empty when nobody ever touched it.
    public Optional<Closure> last(TenantId tenant, HotlineNumber number) {
        return transactions.asTenant(
                tenant,
                () -> jdbc.sql("select tenant, number, closed, until, author, note, at from callplans.closures"
                                + " where tenant = ? and number = ? order by id desc limit 1")
                        .params(tenant.value(), number.digits())
                        .query(Closures::closure)
                        .optional());
    }

    /// Turns a number's switch; in force on this node when it returns.
    public void turn(Closure turned) {
        transactions.asTenant(
                turned.tenant(),
                () -> jdbc.sql("insert into callplans.closures (tenant, number, id, closed, until, author, note, at)"
                                + " values (:tenant, :number, :id, :closed, :until, :author, :note, :at)")
                        .param("tenant", turned.tenant().value())
                        .param("number", turned.number().digits())
                        .param("id", Ids.next())
                        .param("closed", turned.closed())
                        .param("until", turned.until().map(SqlTime::of).orElse(null))
                        .param("author", turned.author())
                        .param("note", turned.note())
                        .param("at", SqlTime.of(turned.at()))
                        .update());
        refresh();
    }

    /// Those that have ended by themselves need no place in memory.
    private synchronized void refresh() {
        closed = transactions.asOperator(() -> jdbc
                .sql(
                        "select * from (select distinct on (tenant, number) tenant, number, closed, until, author, note, at"
                                + " from callplans.closures order by tenant, number, id desc) as newest"
                                + " where closed and (until is null or until > ?)")
                .param(SqlTime.of(clock.instant()))
                .query(Closures::closure)
                .list()
                .stream()
                .collect(
                        Collectors.toUnmodifiableMap(one -> new Key(one.tenant(), one.number()), Function.identity())));
    }

    private static Closure closure(ResultSet row, int index) throws SQLException {
        return new Closure(
                new TenantId(row.getObject("tenant", UUID.class)),
                new HotlineNumber(row.getString("number")),
                row.getBoolean("closed"),
                SqlTime.readIfPresent(row, "until").orElse(null),
                row.getString("author"),
                row.getString("note"),
                SqlTime.read(row, "at"));
    }
}
