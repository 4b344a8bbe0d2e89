package org.hotline400.server.charging.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.calls.CallFeed;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.LiveCalls;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.Settlement;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/// Ends holds that have expired and whose call neither lives nor has left a record. One that has a record is settled
/// in its turn. Should a record turn up later still, its call is settled without a hold.
@Component
public class Orphans {
    private static final Logger log = LoggerFactory.getLogger(Orphans.class);
    /// Behind its expiry: the record of a node that died is written by another within a minute.
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private static final int AT_ONCE = 500;

    private final Ledger ledger;
    private final CallFeed feed;
    private final LiveCalls live;
    private final JdbcClient jdbc;
    private final Transactions transactions;
    private final Clock clock;

    public Orphans(
            Ledger ledger, CallFeed feed, LiveCalls live, JdbcClient jdbc, Transactions transactions, Clock clock) {
        this.ledger = ledger;
        this.feed = feed;
        this.live = live;
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.clock = clock;
    }

    /// @return the calls whose holds were ended
    public List<CallId> release() {
        return transactions.asOperator(() -> {
            var expired = ledger.expired(clock.instant().minus(PATIENCE), AT_ONCE).stream()
                    .map(CallId::of)
                    .toList();
            var kept =
                    feed.records(expired).stream().map(CallRecord::id).collect(Collectors.toCollection(HashSet::new));
            kept.addAll(liveElsewhere(expired));
            var orphans = expired.stream()
                    .filter(call -> !kept.contains(call) && !live.isLive(call))
                    .toList();
            if (!orphans.isEmpty()) {
                ledger.settle(orphans.stream()
                        .map(call -> new Settlement(call.toString(), List.of()))
                        .toList());
                log.warn("{} calls left holds and no record; released", orphans.size());
            }
            return orphans;
        });
    }

    private List<CallId> liveElsewhere(List<CallId> calls) {
        return jdbc
                .sql("select id from calls.open_calls where id = any(:calls) and calls.node_lives(node)")
                .param(
                        "calls",
                        new SqlArrayValue(
                                "uuid", calls.stream().map(CallId::value).toArray()))
                .query(UUID.class)
                .list()
                .stream()
                .map(CallId::new)
                .toList();
    }
}
