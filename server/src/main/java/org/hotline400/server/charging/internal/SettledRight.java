package org.hotline400.server.charging.internal;

import java.util.List;
import org.hotline400.server.ledger.CheckResult;
import org.hotline400.server.ledger.LedgerCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Rated calls are the calls on record, and what was posted for them is what they came to.
@Component
class SettledRight implements LedgerCheck {
    private static final String WRONG = """
            select 'call ' || r.call || ': its legs are not its cost' as what from charging.rated_calls r
             where r.cost <> (select coalesce(sum(l.cost), 0) from charging.rated_legs l where l.call = r.call)
            union all
            select 'contract ' || contract || ', ' || month || ', ' || component
                   || ': its usage is not the sum of its legs'
              from charging.usage u
              full join (select contract, month, component, count(*) as legs, sum(charged) as charged,
                                sum(covered) as covered, sum(cost) as cost
                           from charging.rated_legs group by contract, month, component) l
                using (contract, month, component)
             where (u.legs, u.charged, u.covered, u.cost) is distinct from (l.legs, l.charged, l.covered, l.cost)
            union all
            select 'call ' || r.call || ': ' || r.cost - r.unsecured || ' to be posted, '
                   || coalesce(t.amount, 0) || ' posted'
              from charging.rated_calls r left join ledger.transfers t on t.key = 'call/' || r.call
             where r.cost - r.unsecured <> coalesce(t.amount, 0)
            union all
            select 'call ' || r.call || ': rated, and not on record' from charging.rated_calls r
             where not exists (select from calls.call_records c where c.tenant = r.tenant and c.id = r.call)
            union all
            select 'call ' || c.id || ': on record, and not settled' from calls.call_records c
              join charging.cursors k on k.reader = 'calls' and (c.written_in, c.seq) <= (k.written_in, k.seq)
             where c.started_at > now() - interval '7 days' and c.talk_ms > 0
               and exists (select from charging.rated_calls r where r.number = c.number and r.tenant = c.tenant
                              and r.started_at <= c.started_at)
               and not exists (select from ledger.settlements s where s.key = c.id::text)
            """;

    private final JdbcClient jdbc;

    SettledRight(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public CheckResult look() {
        var wrong = jdbc.sql(WRONG + " limit 1000").query(String.class).list();
        long looked = jdbc.sql("select count(*) from charging.rated_calls")
                .query(Long.class)
                .single();
        return new CheckResult(
                "rated-calls",
                "已计费通话与话单一致，入账金额与计费结果一致",
                "rated calls are the calls on record, and what was posted is what they came to",
                looked,
                wrong.size(),
                List.copyOf(wrong.subList(0, Math.min(wrong.size(), CheckResult.EXAMPLES))),
                false);
    }
}
