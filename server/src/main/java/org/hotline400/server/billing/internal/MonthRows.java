package org.hotline400.server.billing.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.billing.BillingMonth;
import org.hotline400.server.database.SqlTime;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// How far the months have come. Every method runs in the caller's transaction.
@Repository
public class MonthRows {
    private final JdbcClient jdbc;

    public MonthRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The month, locked: one node at a time works on it.
    BillingMonth lock(LocalDate month) {
        jdbc.sql("insert into billing.months (month) values (?) on conflict do nothing")
                .param(month)
                .update();
        return jdbc.sql("select * from billing.months where month = ? for update")
                .param(month)
                .query(MonthRows::month)
                .single();
    }

    /// Months of `[from, until[` that are not issued because their calls were not settled in time, the oldest first.
    /// What somebody keeps as drafts, though it could have been issued, is his affair.
    List<LocalDate> late(LocalDate from, LocalDate until) {
        return jdbc.sql("select month from billing.months where month >= ? and month < ? and issued_at is null"
                        + " and (told_at is not null or drafted_at is null) order by month")
                .params(from, until)
                .query(LocalDate.class)
                .list();
    }

    void drafted(LocalDate month, Instant at) {
        set("drafted_at", month, at);
    }

    void told(LocalDate month, Instant at) {
        set("told_at", month, at);
    }

    void issued(LocalDate month, Instant at) {
        set("issued_at", month, at);
    }

    private void set(String column, LocalDate month, Instant at) {
        jdbc.sql("update billing.months set " + column + " = ? where month = ?")
                .params(SqlTime.of(at), month)
                .update();
    }

    /// The newest first.
    public List<BillingMonth> list(int most) {
        return jdbc.sql("select * from billing.months order by month desc limit ?")
                .param(most)
                .query(MonthRows::month)
                .list();
    }

    private static BillingMonth month(ResultSet row, int index) throws SQLException {
        return new BillingMonth(
                row.getObject("month", LocalDate.class),
                SqlTime.readIfPresent(row, "drafted_at"),
                SqlTime.readIfPresent(row, "told_at"),
                SqlTime.readIfPresent(row, "issued_at"));
    }
}
