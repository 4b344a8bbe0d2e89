package org.hotline400.server.ledger.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Held;
import org.hotline400.server.ledger.HoldOrder;
import org.hotline400.server.ledger.Posting;
import org.hotline400.server.ledger.Settlement;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKeyUsedException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/// The functions of the database that move something: one statement for each run of a batch. Every method runs in the
/// caller's transaction.
public final class Batches {
    private static final String KEY_USED = "HL001";

    private final JdbcClient jdbc;

    public Batches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public List<Held> hold(List<HoldOrder> orders) {
        var runs = Runs.of(orders, order -> List.of(List.of(order.key(), order.account())));
        if (runs.size() > 1) {
            lock(orders.stream().map(HoldOrder::account), List.of());
        }
        return runs.stream().flatMap(run -> holdRun(run).stream()).toList();
    }

    private List<Held> holdRun(List<HoldOrder> run) {
        var slots = new Slots();
        var numbers = Columns.ints(run, order -> slots.of(order.account()));
        return jdbc.sql("select amount, total, available from ledger.hold"
                        + "(:accounts, :keys, :slots, :sequences, :leasts, :mosts, :expiries)")
                .param("accounts", slots.accounts())
                .param("keys", Columns.texts(run, HoldOrder::key))
                .param("slots", numbers)
                .param("sequences", Columns.ints(run, HoldOrder::sequence))
                .param("leasts", Columns.longs(run, HoldOrder::least))
                .param("mosts", Columns.longs(run, HoldOrder::most))
                .param("expiries", Columns.times(run, HoldOrder::expires))
                .query((row, index) ->
                        new Held(run.get(index), row.getLong("amount"), row.getLong("total"), row.getLong("available")))
                .list();
    }

    /// @param reversed the key of the transfer that the only one of these takes back
    public List<Posting> post(List<Transfer> transfers, Optional<String> reversed, Instant now) {
        var runs = Runs.of(transfers, transfer -> List.of(transfer.key()));
        if (runs.size() > 1) {
            lock(transfers.stream().flatMap(Batches::parties), List.of());
        }
        return runs.stream()
                .flatMap(run -> postRun(run, reversed, now).stream())
                .toList();
    }

    private List<Posting> postRun(List<Transfer> run, Optional<String> reversed, Instant now) {
        var slots = new Slots();
        var statement = jdbc.sql("select outcome, available from ledger.post(:at, :accounts, :keys, :debits, :credits,"
                + " :amounts, :kinds, :references, :effectives, :reversed)");
        return TransferColumns.with(statement, run, slots)
                .param("at", SqlTime.of(now))
                .param("accounts", slots.accounts())
                .param("reversed", Columns.texts(run, _ -> reversed.orElse(null)))
                .query((row, index) -> posting(run.get(index), row.getString("outcome"), row.getLong("available")))
                .list();
    }

    private static Posting posting(Transfer transfer, String outcome, long available) {
        return switch (outcome) {
            case "done" -> new Posting.Done();
            case "as-before" -> new Posting.AsBefore();
            case "key-used" -> new Posting.KeyUsed();
            case "too-little" -> new Posting.TooLittle(transfer.debit().account(), available);
            default -> throw new IllegalStateException("ledger.post answered " + outcome);
        };
    }

    public List<Settlement.Settled> settle(List<Settlement> settlements, Instant now) {
        var runs = Runs.of(settlements, Batches::keys);
        if (runs.size() > 1) {
            lock(
                    settlements.stream()
                            .flatMap(settlement -> settlement.transfers().stream())
                            .flatMap(Batches::parties),
                    settlements.stream().map(Settlement::key).toList());
        }
        return runs.stream().flatMap(run -> settleRun(run, now).stream()).toList();
    }

    private static List<Object> keys(Settlement settlement) {
        var transfers = settlement.transfers().stream().map(Transfer::key).toList();
        if (transfers.stream().distinct().count() < transfers.size()) {
            throw new IllegalArgumentException("a settlement names each transfer once: " + transfers);
        }
        // A call and its first transfer may have the same key: they are different things.
        return Stream.<Object>concat(Stream.of(List.of(settlement.key())), transfers.stream())
                .toList();
    }

    private List<Settlement.Settled> settleRun(List<Settlement> run, Instant now) {
        var slots = new Slots();
        var owners = new ArrayList<Integer>();
        var transfers = new ArrayList<Transfer>();
        for (int i = 0; i < run.size(); i++) {
            var own = run.get(i).transfers();
            transfers.addAll(own);
            owners.addAll(Collections.nCopies(own.size(), i + 1));
        }
        var statement = jdbc.sql("select posted from ledger.settle(:at, :accounts, :settled, :owners, :keys, :debits,"
                + " :credits, :amounts, :kinds, :references, :effectives)");
        TransferColumns.with(statement, transfers, slots)
                .param("at", SqlTime.of(now))
                .param("accounts", slots.accounts())
                .param("settled", Columns.texts(run, Settlement::key))
                .param("owners", Columns.ints(owners, owner -> owner));
        return dealOut(run, posted(statement));
    }

    private static List<Long> posted(JdbcClient.StatementSpec statement) {
        try {
            return statement.query(Long.class).list();
        } catch (DataAccessException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
                    && KEY_USED.equals(cause.getSQLState())) {
                throw new TransferKeyUsedException(String.valueOf(cause.getMessage()), e);
            }
            throw e;
        }
    }

    private static List<Settlement.Settled> dealOut(List<Settlement> run, List<Long> posted) {
        var rest = posted.iterator();
        return run.stream()
                .map(settlement -> new Settlement.Settled(
                        settlement,
                        settlement.transfers().stream().map(_ -> rest.next()).toList()))
                .toList();
    }

    private static Stream<AccountId> parties(Transfer transfer) {
        return Stream.of(transfer.debit().account(), transfer.credit().account());
    }

    /// Waits for whoever moves one of these, and keeps others from it until the end of the transaction.
    public void lock(List<AccountId> accounts) {
        lock(accounts.stream(), List.of());
    }

    /// Of several runs each would lock its accounts in their order, but all of them together would not.
    private void lock(Stream<AccountId> accounts, List<String> keys) {
        jdbc.sql("select ledger.lock_accounts(:accounts || array("
                        + "select h.account from ledger.holds h where h.key = any(:keys)))")
                .param("accounts", Columns.uuids(accounts.distinct().toList(), AccountId::value))
                .param("keys", Columns.texts(keys, key -> key))
                .query((row, index) -> index)
                .list();
    }
}
