package org.hotline400.server.statistics.internal;

import java.util.List;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.statistics.CallerFigures;
import org.hotline400.server.statistics.MissedCaller;
import org.hotline400.server.statistics.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Asks `statistics.calls` who called. Every method runs in the caller's transaction.
@Repository
public class CallerRows {
    private final JdbcClient jdbc;

    CallerRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<CallerFigures> top(Question question, int most) {
        Scan.bound(jdbc);
        var sql = """
                with top as (
                    select caller, max(adcode) as adcode, count(*) as calls,
                           count(*) filter (where outcome = 1) as answered,
                           coalesce(sum(talk_ms) filter (where outcome = 1), 0) as talk, max(started_at) as last_at
                      from statistics.calls c where caller <> '' and %s
                     group by caller order by calls desc, last_at desc limit :most)
                select top.*, coalesce(p.province, '') as province, coalesce(p.city, '') as city
                  from top left join statistics.places p on p.adcode = top.adcode order by calls desc, last_at desc
                """.formatted(Scan.where(question, "c"));
        return Scan.asked(jdbc.sql(sql), question, question.period().firstHour())
                .param("most", most)
                .query((row, _) -> new CallerFigures(
                        row.getString("caller"),
                        row.getString("province"),
                        row.getString("city"),
                        row.getLong("calls"),
                        row.getLong("answered"),
                        row.getLong("talk"),
                        SqlTime.read(row, "last_at")))
                .list();
    }

    /// From the newest missed call back: most of them are the last, so few are looked at.
    public List<MissedCaller> toReturn(Question question, int most) {
        Scan.bound(jdbc);
        var sql = """
                with last as (
                    select c.* from statistics.calls c
                     where outcome = 2 and caller <> '' and %1$s
                       and started_at >= :since and started_at < :until
                       and not exists (select from statistics.calls later
                                        where later.tenant = c.tenant and later.caller = c.caller
                                          and later.number = c.number and later.outcome <> 3
                                          and (later.started_at, later.call) > (c.started_at, c.call))
                     order by started_at desc, call desc limit :most)
                select last.*, coalesce(p.province, '') as province, coalesce(p.city, '') as city,
                       (select count(*) from statistics.calls c
                         where c.tenant = last.tenant and c.caller = last.caller and c.number = last.number
                           and c.outcome = 2 and c.hour >= :first and c.hour < :end) as times
                  from last left join statistics.places p on p.adcode = last.adcode
                 order by started_at desc, call desc
                """.formatted(Scan.where(question, "c"));
        var period = question.period();
        return Scan.asked(jdbc.sql(sql), question, period.firstHour())
                .param(
                        "since",
                        SqlTime.of(period.from().atStartOfDay(BusinessTime.ZONE).toInstant()))
                .param(
                        "until",
                        SqlTime.of(period.to().atStartOfDay(BusinessTime.ZONE).toInstant()))
                .param("most", most)
                .query((row, _) -> new MissedCaller(
                        new CallId(row.getObject("call", UUID.class)),
                        row.getString("number"),
                        row.getString("caller"),
                        row.getString("province"),
                        row.getString("city"),
                        SqlTime.read(row, "started_at"),
                        row.getString("end_reason"),
                        row.getLong("times")))
                .list();
    }
}
