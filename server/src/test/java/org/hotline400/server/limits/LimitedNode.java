package org.hotline400.server.limits;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanChecker;
import org.hotline400.server.calls.Admission;
import org.hotline400.server.calls.Admission.Verdict;
import org.hotline400.server.calls.ThisNode;
import org.hotline400.server.calls.Why;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.limits.internal.Gate;
import org.hotline400.server.limits.internal.GateRows;
import org.hotline400.server.limits.internal.Gates;
import org.hotline400.server.limits.internal.RoundTrips;
import org.hotline400.server.testing.TestDatabase;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;

/// The limits of one node, with connections of its own to a database that it shares with others.
final class LimitedNode implements AutoCloseable {
    static final TenantId TENANT = TenantId.of("01890000-0000-7000-8000-000000000001");
    static final HotlineNumber NUMBER = new HotlineNumber("4008888888");
    private static final CallPlan PLAN = plan();

    private final HikariDataSource pool;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final UUID id;
    private final RoundTrips trips;
    private final GateRows rows;
    private final Gates gates;
    private final NumberLines lines;
    private final List<Admission> stages;
    private volatile boolean databaseIsUp = true;

    /// Starts a node that has not been there before, and that waits for the database however slow the machine
    /// is.
    static LimitedNode start(TestDatabase database, NumberLimits limits) {
        return start(database, limits, UUID.randomUUID());
    }

    static LimitedNode start(TestDatabase database, NumberLimits limits, UUID id) {
        return new LimitedNode(database, limits, id, Duration.ofSeconds(30));
    }

    /// One that waits half a second.
    static LimitedNode startImpatient(TestDatabase database, NumberLimits limits) {
        return new LimitedNode(database, limits, UUID.randomUUID(), Duration.ofMillis(500));
    }

    private LimitedNode(TestDatabase database, NumberLimits limits, UUID id, Duration patience) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.access().url());
        config.setUsername(database.access().app().role());
        config.setPassword(database.access().app().password());
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(0);
        this.pool = new HikariDataSource(config);
        this.jdbc = JdbcClient.create(pool);
        this.transactions = new Transactions(new JdbcTransactionManager(pool), jdbc);
        this.id = id;
        this.trips = new RoundTrips(() -> databaseIsUp, patience);
        this.rows = new GateRows(transactions, jdbc, new Lease());
        this.gates = Gates.open(rows, trips, Clock.systemUTC());
        this.lines = new NumberLines(gates, _ -> limits);
        this.stages = List.of(new RateStage(gates, _ -> limits), new CapsStage(lines), new ConcurrencyStage(lines));
    }

    private static CallPlan plan() {
        var document = """
                {"settings": {}, "start": "over", "steps": {"over": {"type": "hang-up"}}}""";
        return switch (PlanChecker.check(document, PlanBounds.OPERATOR, _ -> true)) {
            case CheckedPlan.Sound sound -> sound.plan();
            case CheckedPlan.Faulty faulty ->
                throw new AssertionError(faulty.findings().toString());
        };
    }

    private final class Lease implements ThisNode {
        @Override
        public UUID id() {
            return id;
        }

        @Override
        public void renewLease() {
            setLease("1 hour");
        }
    }

    private void setLease(String left) {
        transactions.asOperator(
                () -> jdbc.sql("""
                        insert into calls.nodes (node, renewed_at, expires_at)
                        values (:node, now(), now() + cast(:left as interval))
                        on conflict (node) do update set expires_at = excluded.expires_at
                        """).param("node", id).param("left", left).update());
    }

    /// As when it is killed: it says nothing any more, and in time its lease runs out.
    void die() {
        close();
    }

    /// Its lease runs out, seen from this node's connections.
    void lapse(LimitedNode dead) {
        transactions.asOperator(
                () -> jdbc.sql("update calls.nodes set expires_at = now() - interval '1 ms' where node = ?")
                        .param(dead.id)
                        .update());
    }

    UUID id() {
        return id;
    }

    void databaseIsUp(boolean up) {
        databaseIsUp = up;
    }

    Gates gates() {
        return gates;
    }

    NumberLines lines() {
        return lines;
    }

    /// One call, led through the stages as the reception leads it.
    record Call(CallId id, List<Admission> admitted, Optional<Verdict.Refused> refused, List<Why> notes) {
        boolean isAdmitted() {
            return refused.isEmpty();
        }

        void end() {
            admitted.reversed().forEach(stage -> stage.release(id));
        }

        /// As when a later stage refuses it.
        void refuse() {
            admitted.reversed().forEach(stage -> stage.withdraw(id));
        }
    }

    Call call() {
        var request = new Admission.Request(
                CallId.next(), TENANT, NUMBER, CallerNumber.of("13800138000", ""), PLAN, Instant.now());
        var admitted = new ArrayList<Admission>();
        var notes = new ArrayList<Why>();
        for (var stage : stages) {
            switch (stage.admit(request)) {
                case Verdict.Admitted yes -> {
                    admitted.add(stage);
                    yes.note().ifPresent(notes::add);
                }
                case Verdict.Refused no -> {
                    var call = new Call(request.id(), admitted, Optional.of(no), notes);
                    call.refuse();
                    return call;
                }
            }
        }
        return new Call(request.id(), admitted, Optional.empty(), notes);
    }

    /// What all nodes count for the number.
    GateRows.Usage usage() {
        return rows.usage(Gate.of(TENANT, NUMBER));
    }

    GateRows.Usage usage(String target) {
        return rows.usage(new Gate(TENANT, NUMBER, target));
    }

    /// Runs the work while another transaction stands in the number's gate.
    void whileSomebodyStandsInTheGate(Runnable work) {
        transactions.asTenant(TENANT, () -> {
            jdbc.sql("select limits.lock_gate(?, ?, '')")
                    .params(TENANT.value(), NUMBER.digits())
                    .query((row, index) -> index)
                    .list();
            work.run();
        });
    }

    /// As when the database is restored from an old backup.
    void forget() {
        transactions.asOperator(() -> jdbc.sql("delete from limits.held").update());
    }

    int rowsOfGates() {
        return transactions.asOperator(() -> jdbc.sql("select count(*) from limits.gates")
                .query(Integer.class)
                .single());
    }

    @Override
    public void close() {
        trips.close();
        pool.close();
    }
}
