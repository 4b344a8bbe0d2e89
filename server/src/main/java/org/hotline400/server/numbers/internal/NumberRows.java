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
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of the schema `numbers`. Every method runs in the caller's transaction.
@Repository
public class NumberRows {
    private final JdbcClient jdbc;

    NumberRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
        return jdbc.sql("select * from numbers.hotline_numbers where number = ?")
                .param(number.digits())
                .query(NumberRows::number)
                .optional();
    }

    /// Finds a number and keeps others from changing it until the transaction ends.
    public Optional<NumberInService> lock(HotlineNumber number) {
        return jdbc.sql("select * from numbers.hotline_numbers where number = ? for update")
                .param(number.digits())
                .query(NumberRows::number)
                .optional();
    }

    /// Stores a change and its record.
    public void store(NumberInService before, NumberEvent event, NumberInService after, Actor actor) {
        try {
            jdbc.sql("update numbers.hotline_numbers set tenant = ?, status = ?, since = ? where number = ?")
                    .params(
                            after.tenant().value(),
                            after.status().code(),
                            SqlTime.of(after.since()),
                            after.number().digits())
                    .update();
        } catch (DataIntegrityViolationException e) {
            throw new IllegalArgumentException("there is no tenant " + after.tenant(), e);
        }
        record(before, event, after, actor);
    }

    private void record(NumberInService before, NumberEvent event, NumberInService after, Actor actor) {
        var tenant = after.status() == NumberStatus.AVAILABLE ? before.tenant() : after.tenant();
        jdbc.sql("""
                        insert into numbers.transitions
                            (id, number, tenant, event, from_status, to_status, at, actor, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        Ids.next(),
                        after.number().digits(),
                        tenant.value(),
                        event.code(),
                        before.status().code(),
                        after.status().code(),
                        SqlTime.of(after.since()),
                        actor.name(),
                        actor.reason())
                .update();
    }

    public List<NumberInService> list(Optional<HotlineNumber> after, int limit) {
        return jdbc.sql("select * from numbers.hotline_numbers where number > ? order by number limit ?")
                .params(after.map(HotlineNumber::digits).orElse(""), limit)
                .query(NumberRows::number)
                .list();
    }

    /// Every number there is.
    public List<NumberInService> all() {
        return jdbc.sql("select * from numbers.hotline_numbers")
                .query(NumberRows::number)
                .list();
    }

    private static NumberInService number(ResultSet row, int index) throws SQLException {
        return new NumberInService(
                new HotlineNumber(row.getString("number")),
                new TenantId(row.getObject("tenant", UUID.class)),
                NumberStatus.of(row.getString("status")),
                SqlTime.read(row, "since"));
    }
}
