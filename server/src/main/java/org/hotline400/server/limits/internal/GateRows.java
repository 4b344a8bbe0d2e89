package org.hotline400.server.limits.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.calls.ThisNode;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.limits.internal.CallGate.Most;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The tables of the schema `limits`. Every method is one transaction; the arithmetic is in the functions of
/// the migration.
public final class GateRows {
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final ThisNode node;

    public GateRows(Transactions transactions, JdbcClient jdbc, ThisNode node) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.node = node;
    }

    /// What this node holds at a gate.
    record Holding(int calls, Month month) {}

    /// @param lives whether this node's lease holds; nothing was granted when it does not
    /// @param month the begin of the month that is now by the database's clock
    /// @param monthHere this node's calls of the month before these
    record Taking(boolean lives, int granted, Instant month, long monthHere, long monthElsewhere) {
        long monthInAll() {
            return monthHere + monthElsewhere + granted;
        }
    }

    /// Calls of one second.
    record Second(int calls, Instant begins) {
        Second plusOneIn(Instant second) {
            return new Second(begins.equals(second) ? calls + 1 : 1, second);
        }
    }

    /// Writes what this node holds, and takes what is wanted as far as it may.
    Taking take(Gate gate, Holding holding, int wanted, Most most) {
        var taking = tryTake(gate, holding, wanted, most);
        if (taking.lives() || wanted == 0) {
            return taking;
        }
        node.renewLease();
        taking = tryTake(gate, holding, wanted, most);
        if (!taking.lives()) {
            throw new IllegalStateException("the lease of this node does not hold");
        }
        return taking;
    }

    private Taking tryTake(Gate gate, Holding holding, int wanted, Most most) {
        return transactions.asTenant(
                gate.tenant(),
                () -> jdbc.sql("select * from limits.take_calls(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                        .params(
                                gate.tenant().value(),
                                gate.number().digits(),
                                gate.target(),
                                node.id(),
                                holding.calls(),
                                SqlTime.of(holding.month().begins()),
                                holding.month().calls(),
                                wanted,
                                most.atOnce(),
                                most.aMonth())
                        .query((row, index) -> new Taking(
                                row.getBoolean("lives"),
                                row.getInt("granted"),
                                SqlTime.read(row, "month"),
                                row.getLong("month_calls"),
                                row.getLong("month_elsewhere")))
                        .single());
    }

    /// @param back calls taken before that did not count
    /// @return the calls granted
    Second takeSecond(Gate gate, int wanted, int most, Second back) {
        return transactions.asTenant(
                gate.tenant(),
                () -> jdbc.sql("select * from limits.take_second(?, ?, ?, ?, ?, ?)")
                        .params(
                                gate.tenant().value(),
                                gate.number().digits(),
                                wanted,
                                most,
                                back.calls(),
                                SqlTime.of(back.begins()))
                        .query((row, index) -> new Second(row.getInt("granted"), SqlTime.read(row, "second")))
                        .single());
    }

    /// Forgets the calls that this node held before it was restarted; those of the month stand.
    Map<Gate, Month> begin() {
        return transactions.asOperator(() -> jdbc
                .sql("select * from limits.begin_node(?)")
                .param(node.id())
                .query((row, index) ->
                        Map.entry(gate(row), new Month(SqlTime.read(row, "month"), row.getLong("month_calls"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    }

    private static Gate gate(ResultSet row) throws SQLException {
        return new Gate(
                new TenantId(row.getObject("tenant", UUID.class)),
                new HotlineNumber(row.getString("number")),
                row.getString("target"));
    }

    /// What all nodes count at a gate now.
    public Usage usage(Gate gate) {
        return transactions.asTenant(
                gate.tenant(),
                () -> jdbc.sql("""
                        select (select coalesce(sum(h.calls) filter (where calls.node_lives(h.node)), 0)
                                  from limits.held h where h.tenant = :tenant and h.number = :number and h.target = :target) as calls,
                               (select coalesce(sum(g.second_calls), 0) from limits.gates g
                                 where g.tenant = :tenant and g.number = :number and g.target = :target
                                   and g.second = date_trunc('second', clock_timestamp())) as second_calls,
                               (select coalesce(sum(h.month_calls) filter (where h.month = limits.this_month()), 0)
                                  from limits.held h where h.tenant = :tenant and h.number = :number and h.target = :target)
                                   as month_calls
                        """)
                        .param("tenant", gate.tenant().value())
                        .param("number", gate.number().digits())
                        .param("target", gate.target())
                        .query((row, index) ->
                                new Usage(row.getInt("calls"), row.getInt("second_calls"), row.getLong("month_calls")))
                        .single());
    }

    /// @param calls at this moment
    /// @param second of them and others, begun in this second
    /// @param month begun in this month
    public record Usage(int calls, int second, long month) {}
}
