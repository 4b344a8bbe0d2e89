package org.hotline400.server.ledger.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.ledger.CheckResult;
import org.hotline400.server.ledger.LedgerCheck;
import org.springframework.jdbc.core.simple.JdbcClient;

/// What must hold of the books themselves. Each is one statement, so that it sees one moment, and tells in its column
/// `wrong` what is not right; null is right.
public final class BookChecks {
    /// A hold that ran out so long ago should have been settled.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final String ACCOUNTS = """
            select case when b.account is null then a.id || ' has no balance'
                        when b.tenant <> a.tenant or b.unit <> a.unit then a.id || ' has a balance of another kind'
                   end as wrong
              from ledger.accounts a left join ledger.balances b on b.account = a.id
            """;

    private static final String PARTIES = """
            with units as (select account, unit, tenant from ledger.balances
                           union all select id, unit, null from ledger.platform_accounts)
            select case when d.account is null then t.key || ' debits nobody''s account ' || t.debit
                        when c.account is null then t.key || ' credits nobody''s account ' || t.credit
                        when d.unit <> c.unit then t.key || ' moves ' || d.unit || ' into ' || c.unit
                        when coalesce(d.tenant, t.tenant) <> t.tenant or coalesce(c.tenant, t.tenant) <> t.tenant
                             then t.key || ' moves what is another tenant''s'
                   end as wrong
              from ledger.transfers t
              left join units d on d.account = t.debit left join units c on c.account = t.credit
            """;

    private static final String BALANCES = """
            select case when b.balance <> coalesce(f.balance, 0) then b.account || ' keeps ' || b.balance
                             || ', its entries add up to ' || coalesce(f.balance, 0) end as wrong
              from ledger.balances b
              left join (select account, sum(change) as balance
                           from (select credit as account, amount as change from ledger.transfers
                                 union all select debit, -amount from ledger.transfers) as entries
                          group by account) f on f.account = b.account
            """;

    private static final String ZERO = """
            select case when sum(amount) <> 0 then unit || ': everything adds up to ' || sum(amount) end as wrong
              from (select unit, balance as amount from ledger.balances
                    union all select p.unit, t.amount from ledger.transfers t
                                join ledger.platform_accounts p on p.id = t.credit
                    union all select p.unit, -t.amount from ledger.transfers t
                                join ledger.platform_accounts p on p.id = t.debit) as kept
             group by unit
            """;

    private static final String RESERVED = """
            select case when b.account is null then h.account || ' is held and is nobody''s'
                        when b.reserved <> coalesce(h.total, 0) then b.account || ' reserves ' || b.reserved
                             || ', its holds add up to ' || coalesce(h.total, 0) end as wrong
              from ledger.balances b
              full join (select account, sum(total) as total from ledger.holds group by account) h
                on h.account = b.account
            """;

    private static final String FLOORS = """
            select case when balance - reserved < bound or bound > floor
                        then account || ' has ' || balance || ', ' || reserved || ' of it reserved, and a floor of '
                             || floor || ' (' || bound || ')' end as wrong
              from ledger.balances
            """;

    private static final String REVERSALS = """
            select case when x.key is null then t.key || ' takes back ' || t.reverses || ', which is not there'
                        when (t.debit, t.credit, t.amount) <> (x.credit, x.debit, x.amount)
                             then t.key || ' takes back something else than ' || t.reverses end as wrong
              from ledger.transfers t left join ledger.transfers x on x.key = t.reverses
             where t.reverses is not null
            """;

    private static final String SHORTFALLS = """
            select case when coalesce(t.amount, 0) <> f.posted then f.key || ' says ' || f.posted
                             || ', posted were ' || coalesce(t.amount, 0) end as wrong
              from ledger.shortfalls f left join ledger.transfers t on t.key = f.key
            """;

    private static final String EXPIRED = """
            select case when max(expires_at) < :patience then key || ' holds ' || sum(total) || ' and ran out at '
                             || max(expires_at) end as wrong
              from ledger.holds group by key
            """;

    private final JdbcClient jdbc;
    private final Clock clock;

    private BookChecks(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// All of them, outside of Spring too.
    public static List<LedgerCheck> all(JdbcClient jdbc, Clock clock) {
        var checks = new BookChecks(jdbc, clock);
        return List.of(
                checks.fault("accounts", ACCOUNTS, "每个账户都有其余额", "each account has its balance"),
                checks.fault(
                        "parties",
                        PARTIES,
                        "每笔转账都在同一单位的两个已知账户之间",
                        "each transfer is between two known accounts of one unit"),
                checks.fault("balances", BALANCES, "余额等于分录之和", "each balance is the sum of its entries"),
                checks.fault("zero", ZERO, "每个单位的全部分录之和为零", "all entries of a unit add up to zero"),
                checks.fault("reserved", RESERVED, "预留等于各笔冻结之和", "what is reserved is the sum of the holds"),
                checks.fault("floors", FLOORS, "没有余额低于其下限", "no balance is below its floor"),
                checks.fault("reversals", REVERSALS, "每笔冲正与原转账相反", "each reversal mirrors what it takes back"),
                checks.fault("shortfalls", SHORTFALLS, "每笔不足额与已入账金额一致", "each shortfall tells what was posted"),
                checks.notice("expired-holds", EXPIRED, "没有过期仍未结算的冻结", "no hold ran out and was not settled"));
    }

    private LedgerCheck fault(String code, String sql, String chinese, String english) {
        return () -> result(code, sql, chinese, english, false);
    }

    private LedgerCheck notice(String code, String sql, String chinese, String english) {
        return () -> result(code, sql, chinese, english, true);
    }

    private CheckResult result(String code, String sql, String chinese, String english, boolean isNotice) {
        var counted = "select count(*) as looked, count(wrong) as found,"
                + " coalesce((array_agg(wrong) filter (where wrong is not null))[1\\:" + CheckResult.EXAMPLES
                + "], '{}') as examples from (" + sql + ") as looked";
        return jdbc.sql(counted)
                .param("patience", SqlTime.of(clock.instant().minus(PATIENCE)))
                .query((row, index) -> new CheckResult(
                        code,
                        chinese,
                        english,
                        row.getLong("looked"),
                        row.getLong("found"),
                        List.of((String[]) row.getArray("examples").getArray()),
                        isNotice))
                .single();
    }
}
