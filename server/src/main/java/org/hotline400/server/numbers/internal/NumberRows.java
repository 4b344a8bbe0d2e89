package org.hotline400.server.numbers.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.numbers.NumberTransition;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables `numbers.hotline_numbers` and `numbers.transitions`. Every method runs in the caller's
/// transaction.
@Repository
public class NumberRows {
    private static final String NUMBERS =
            "select number, tenant, status, since, until, successor from numbers.hotline_numbers ";

    private final JdbcClient jdbc;

    public NumberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public boolean isTenant(TenantId tenant) {
        return jdbc.sql("select exists (select from identity.tenants where tenant = ?)")
                .param(tenant.value())
                .query(Boolean.class)
                .single();
    }

    /// Lets the holds of one tenant come one after the other, until the transaction ends.
    public void queueHolds(TenantId tenant) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('numbers.holds ' || ?, 0))")
                .param(tenant.toString())
                .query((row, index) -> index)
                .single();
    }

    /// How many numbers the tenant holds now.
    public int countHeld(TenantId tenant, Instant now) {
        return jdbc.sql("""
                        select count(*) from numbers.hotline_numbers where tenant = ? and status = 'held' and until > ?
                        """)
                .params(tenant.value(), SqlTime.of(now))
                .query(Integer.class)
                .single();
    }

    /// Takes a new number in as available; leaves a known one alone.
    public int makeKnown(HotlineNumber number, Instant now) {
        return jdbc.sql("""
                        insert into numbers.hotline_numbers (number, tenant, status, since)
                        values (?, ?, 'available', ?) on conflict do nothing
                        """)
                .params(number.digits(), TenantId.OPERATOR.value(), SqlTime.of(now))
                .update();
    }

    public Optional<NumberInService> find(HotlineNumber number) {
        return jdbc.sql(NUMBERS + "where number = ?")
                .param(number.digits())
                .query(NumberRows::number)
                .optional();
    }

    /// Finds a number and keeps others from changing it until the transaction ends.
    public Optional<NumberInService> lock(HotlineNumber number) {
        return jdbc.sql(NUMBERS + "where number = ? for update")
                .param(number.digits())
                .query(NumberRows::number)
                .optional();
    }

    /// Locks the numbers whose status has to end by now, the longest overdue first, but for those that
    /// somebody is changing.
    public List<NumberInService> lockDue(Instant now, int most) {
        return jdbc.sql(NUMBERS + "where until <= ? order by until limit ? for update skip locked")
                .params(SqlTime.of(now), most)
                .query(NumberRows::number)
                .list();
    }

    /// When the next status ends by itself.
    public Optional<Instant> nextDue() {
        return jdbc.sql("select until from numbers.hotline_numbers where until is not null order by until limit 1")
                .query((row, index) -> SqlTime.read(row, "until"))
                .optional();
    }

    /// Stores how a number is now.
    public void store(NumberInService number) {
        jdbc.sql("""
                        update numbers.hotline_numbers
                           set tenant = :tenant, status = :status, since = :since, until = :until,
                               successor = :successor
                         where number = :number
                        """)
                .param("tenant", number.tenant().value())
                .param("status", number.status().code())
                .param("since", SqlTime.of(number.since()))
                .param("until", number.until().map(SqlTime::of).orElse(null))
                .param(
                        "successor",
                        number.successor().map(HotlineNumber::digits).orElse(null))
                .param("number", number.number().digits())
                .update();
    }

    /// Keeps what has happened.
    public void record(NumberInService before, NumberEvent event, NumberInService after, Actor actor) {
        var handedOn =
                !before.tenant().equals(after.tenant()) && !before.tenant().equals(TenantId.OPERATOR);
        jdbc.sql("""
                        insert into numbers.transitions
                            (id, number, tenant, previous_tenant, event, from_status, to_status, at, until, successor,
                             actor, actor_tenant, reason)
                        values (:id, :number, :tenant, :previous, :event, :from, :to, :at, :until, :successor,
                                :actor, :actorTenant, :reason)
                        """)
                .param("id", Ids.next())
                .param("number", after.number().digits())
                .param(
                        "tenant",
                        (after.status().isNobodys() ? before : after).tenant().value())
                .param("previous", handedOn ? before.tenant().value() : null)
                .param("event", event.code())
                .param("from", before.status().code())
                .param("to", after.status().code())
                .param("at", SqlTime.of(after.since()))
                .param("until", after.until().map(SqlTime::of).orElse(null))
                .param("successor", after.successor().map(HotlineNumber::digits).orElse(null))
                .param("actor", actor.name())
                .param("actorTenant", actor.tenant().value())
                .param("reason", actor.reason())
                .update();
    }

    /// @param after start behind this one
    /// @param status only those; empty: all
    public List<NumberInService> list(Optional<HotlineNumber> after, Optional<NumberStatus> status, int limit) {
        return jdbc.sql(NUMBERS + """
                        where number > :after and (cast(:status as text) is null or status = :status)
                        order by number limit :limit
                        """)
                .param("after", after.map(HotlineNumber::digits).orElse(""))
                .param("status", status.map(NumberStatus::code).orElse(null))
                .param("limit", limit)
                .query(NumberRows::number)
                .list();
    }

    /// The latest first.
    ///
    /// @param before start behind this one
    public List<NumberTransition> transitions(HotlineNumber number, Optional<UUID> before, int limit) {
        return jdbc.sql("""
                        select * from numbers.transitions
                         where number = :number and (cast(:before as uuid) is null or id < :before)
                         order by id desc limit :limit
                        """)
                .param("number", number.digits())
                .param("before", before.orElse(null))
                .param("limit", limit)
                .query(NumberRows::transition)
                .list();
    }

    /// How far the numbers are read: whoever reads on from here misses nothing.
    ///
    /// @param server when this database server was started: another one may count its transactions anew
    /// @param transaction the oldest that was not over (xid8)
    public record Horizon(Instant server, long transaction) {}

    /// The horizon of a reading that begins now.
    public Horizon horizon() {
        return jdbc.sql("""
                        select pg_postmaster_start_time() as server,
                               pg_snapshot_xmin(pg_current_snapshot())::text as transaction
                        """)
                .query((row, _) ->
                        new Horizon(SqlTime.read(row, "server"), Long.parseLong(row.getString("transaction"))))
                .single();
    }

    /// The numbers that were changed by this transaction or a later one: all that an earlier reading may have
    /// missed, and perhaps some that it had.
    public List<NumberInService> changedSince(long transaction) {
        return jdbc.sql(NUMBERS + "where written_in >= cast(? as text)::xid8")
                .param(Long.toString(transaction))
                .query(NumberRows::number)
                .list();
    }

    /// Every number there is.
    public List<NumberInService> all() {
        return jdbc.sql(NUMBERS).query(NumberRows::number).list();
    }

    private static NumberInService number(ResultSet row, int index) throws SQLException {
        return new NumberInService(
                new HotlineNumber(row.getString("number")),
                new TenantId(row.getObject("tenant", UUID.class)),
                NumberStatus.of(row.getString("status")),
                SqlTime.read(row, "since"),
                SqlTime.readIfPresent(row, "until"),
                Optional.ofNullable(row.getString("successor")).map(HotlineNumber::new));
    }

    private static NumberTransition transition(ResultSet row, int index) throws SQLException {
        return new NumberTransition(
                row.getObject("id", UUID.class),
                new HotlineNumber(row.getString("number")),
                new TenantId(row.getObject("tenant", UUID.class)),
                tenant(row, "previous_tenant"),
                NumberEvent.of(row.getString("event")),
                NumberStatus.of(row.getString("from_status")),
                NumberStatus.of(row.getString("to_status")),
                SqlTime.read(row, "at"),
                SqlTime.readIfPresent(row, "until"),
                Optional.ofNullable(row.getString("successor")).map(HotlineNumber::new),
                new Actor(
                        tenant(row, "actor_tenant").orElse(TenantId.OPERATOR),
                        row.getString("actor"),
                        row.getString("reason")));
    }

    private static Optional<TenantId> tenant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, UUID.class)).map(TenantId::new);
    }
}
