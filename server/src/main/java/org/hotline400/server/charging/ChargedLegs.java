package org.hotline400.server.charging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// Calls as they were charged, one by one, for replays: more than memory holds. Runs in the caller's
/// transaction and sees what that may see.
@Service
public class ChargedLegs {
    private static final int FETCHED = 5_000;

    private final JdbcClient jdbc;

    public ChargedLegs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// A component of a call in one piece, whatever months it was charged in.
    ///
    /// @param from when it began to count
    /// @param seconds that it lasted, a begun one in full
    public record Leg(Component component, Instant from, long seconds) {}

    /// Those of a contract that were charged in months of `[from, until)`, in the order in which they began.
    /// A talk over the end of a month was charged in two pieces, the second from where the increments of the
    /// first end: here it is one again.
    public void each(ContractId contract, LocalDate from, LocalDate until, Consumer<Leg> taker) {
        jdbc.sql("""
                        with pieces as (
                            select call, leg, component, target, from_at, month, seconds,
                                   lag(month) over talk < month
                                   and lag(from_at + make_interval(secs => charged)) over talk = from_at as goes_on
                              from charging.rated_legs
                             where contract = :contract and month >= :from and month < :until
                            window talk as (partition by call, component, target order by from_at)),
                        numbered as (
                            select *, count(*) filter (where goes_on is not true) over (
                                       partition by call, component, target order by from_at) as talk
                              from pieces)
                        select component, min(from_at) as began_at, sum(seconds) as seconds
                          from numbered
                         group by call, component, target, talk
                         order by began_at, call, min(leg)""")
                .withFetchSize(FETCHED)
                .param("contract", contract.value())
                .param("from", from.withDayOfMonth(1))
                .param("until", until)
                .query((RowCallbackHandler) row -> taker.accept(new Leg(
                        Component.of(row.getString("component")),
                        SqlTime.read(row, "began_at"),
                        row.getLong("seconds"))));
    }
}
