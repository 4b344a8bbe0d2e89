package org.hotline400.server.ledger.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.ledger.CheckResult;
import org.hotline400.server.ledger.CheckRun;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What checks found. Every method runs in the caller's transaction.
public final class CheckRows {
    private final JdbcClient jdbc;

    public CheckRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Until the end of the transaction.
    ///
    /// @return whether nobody else has it
    public boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended('ledger.checks', 0))")
                .query(Boolean.class)
                .single();
    }

    public boolean isMade(LocalDate night) {
        return jdbc.sql("select exists (select from ledger.check_runs where night = ?)")
                .param(night)
                .query(Boolean.class)
                .single();
    }

    public void add(CheckRun run) {
        jdbc.sql("insert into ledger.check_runs (id, night, started_at, ended_at)"
                        + " values (:id, :night, :started, :ended)")
                .param("id", run.id())
                .param("night", run.night().orElse(null))
                .param("started", SqlTime.of(run.started()))
                .param("ended", SqlTime.of(run.ended()))
                .update();
        for (int place = 0; place < run.results().size(); place++) {
            add(run.id(), place, run.results().get(place));
        }
    }

    private void add(UUID run, int place, CheckResult result) {
        jdbc.sql(
                        "insert into ledger.check_results (run, place, code, chinese, english, looked, found, examples, notice)"
                                + " values (:run, :place, :code, :chinese, :english, :looked, :found, :examples, :notice)")
                .param("run", run)
                .param("place", place)
                .param("code", result.code())
                .param("chinese", result.chinese())
                .param("english", result.english())
                .param("looked", result.looked())
                .param("found", result.found())
                .param("examples", Columns.texts(result.examples(), example -> example))
                .param("notice", result.isNotice())
                .update();
    }

    public List<CheckRun> latest(int limit) {
        return jdbc.sql("select id, night, started_at, ended_at from ledger.check_runs order by id desc limit ?")
                .param(limit)
                .query((row, index) -> new CheckRun(
                        row.getObject("id", UUID.class),
                        Optional.ofNullable(row.getObject("night", LocalDate.class)),
                        SqlTime.read(row, "started_at"),
                        SqlTime.read(row, "ended_at"),
                        results(row.getObject("id", UUID.class))))
                .list();
    }

    private List<CheckResult> results(UUID run) {
        return jdbc.sql("select code, chinese, english, looked, found, examples, notice from ledger.check_results"
                        + " where run = ? order by place")
                .param(run)
                .query(CheckRows::result)
                .list();
    }

    private static CheckResult result(ResultSet row, int index) throws SQLException {
        return new CheckResult(
                row.getString("code"),
                row.getString("chinese"),
                row.getString("english"),
                row.getLong("looked"),
                row.getLong("found"),
                List.of((String[]) row.getArray("examples").getArray()),
                row.getBoolean("notice"));
    }
}
