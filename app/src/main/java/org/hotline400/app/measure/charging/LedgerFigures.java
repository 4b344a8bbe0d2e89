package org.hotline400.app.measure.charging;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hotline400.app.CommandFailedException;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.HoldOrder;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Settlement;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.Transfer.Party;
import org.hotline400.server.ledger.TransferKind;
import org.hotline400.server.ledger.Unit;

/// How many calls a second the ledger holds money for and settles: two transactions a call or a batch of
/// calls, all of it durable.
final class LedgerFigures {
    private static final int THREADS = 8;
    private static final int MANY = 1_000;
    /// As many as wait for charging's next statement when calls come fast.
    private static final int BATCH = 32;

    private static final long TOP_UP = 1_000_000_000_000L;
    private static final long HELD = 360_000;
    private static final long COST = 180_000;
    private static final Duration LEASE = Duration.ofMinutes(5);

    private final Ledger ledger;
    private final Transactions transactions;
    private final Instant now;
    private final List<AccountId> accounts;

    private LedgerFigures(Ledger ledger, Transactions transactions, Instant now) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.now = now;
        this.accounts = IntStream.range(0, MANY).mapToObj(this::account).toList();
    }

    static Map<String, Double> measure(int seconds) throws InterruptedException {
        var clock = Clock.systemUTC();
        try (var database = MeasuredDatabase.start(THREADS)) {
            var ledger = new Ledger(database.jdbc(), clock);
            var measured = new LedgerFigures(ledger, database.transactions(), clock.instant());
            return measured.all(seconds, database.plainPostings());
        }
    }

    private AccountId account(int number) {
        return transactions.asOperator(() -> {
            var account = ledger.open(TenantId.OPERATOR, "measured/" + number, Unit.MICRO_YUAN, 0);
            ledger.post(new Transfer(
                    "top-up-" + number,
                    new Party.Platform(PlatformAccount.BANK),
                    new Party.Customer(account),
                    TOP_UP,
                    TransferKind.TOP_UP,
                    "measured",
                    now));
            return account;
        });
    }

    private Map<String, Double> all(int seconds, PlainPostings plain) throws InterruptedException {
        var figures = new LinkedHashMap<String, Double>();
        // Compiles both ways; its time is not told.
        Crowd.aSecond(THREADS, seconds, (thread, turn) -> call("warm", thread, turn, BATCH, MANY));
        figures.put("batchedManyPerSecond", measure("many", seconds, BATCH, MANY));
        figures.put("batchedOnePerSecond", measure("one", seconds, BATCH, 1));
        figures.put("singleManyPerSecond", measure("single-many", seconds, 1, MANY));
        figures.put("singleOnePerSecond", measure("single-one", seconds, 1, 1));
        Crowd.aSecond(THREADS, Math.max(1, seconds / 2), (thread, turn) -> plain.post(place(thread, turn, 0, MANY)));
        figures.put(
                "plainManyPerSecond",
                Crowd.aSecond(THREADS, seconds, (thread, turn) -> plain.post(place(thread, turn, 0, MANY))));
        figures.put("plainOnePerSecond", Crowd.aSecond(THREADS, seconds, (_, _) -> plain.post(0)));
        figures.put("batch", (double) BATCH);
        return figures;
    }

    private double measure(String name, int seconds, int batch, int of) throws InterruptedException {
        return Crowd.aSecond(THREADS, seconds, (thread, turn) -> call(name, thread, turn, batch, of));
    }

    /// Holds for so many calls, then settles them.
    private int call(String name, int thread, int turn, int batch, int of) {
        var orders = IntStream.range(0, batch)
                .mapToObj(i -> new HoldOrder(
                        name + "-" + thread + "-" + turn + "-" + i,
                        1,
                        accounts.get(place(thread, turn, i, of)),
                        HELD,
                        HELD,
                        now.plus(LEASE)))
                .toList();
        var held = transactions.asOperator(() -> ledger.hold(orders));
        var settled = transactions.asOperator(
                () -> ledger.settle(orders.stream().map(this::settlement).toList()));
        long refused = held.stream().filter(one -> one.isRefused()).count()
                + settled.stream()
                        .filter(one -> one.posted().getFirst() != COST)
                        .count();
        if (refused > 0) {
            throw new CommandFailedException(refused + " calls were refused or not settled in full");
        }
        return batch;
    }

    private Settlement settlement(HoldOrder order) {
        return new Settlement(
                order.key(),
                List.of(new Transfer(
                        order.key(),
                        new Party.Customer(order.account()),
                        new Party.Platform(PlatformAccount.REVENUE),
                        COST,
                        TransferKind.CALL,
                        order.key(),
                        now)));
    }

    /// Scattered, and the same in each run.
    private static int place(int thread, int turn, int i, int of) {
        return Math.floorMod((thread * 31 + turn) * 127 + i * 7, of);
    }
}
