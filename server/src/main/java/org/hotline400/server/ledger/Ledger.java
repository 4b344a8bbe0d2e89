package org.hotline400.server.ledger;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.internal.AccountRows;
import org.hotline400.server.ledger.internal.Batches;
import org.hotline400.server.ledger.internal.TransferRows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The books. Every method runs in the caller's transaction: what belongs to a posting, such as a bill or a call's
/// charge, commits with it or not at all.
///
/// A batch locks the accounts that it moves in one order, and so waits for no other batch that waits for it. A
/// transaction that moves twice, one account after the other, may, unless it began with [#lock]: the database ends one
/// of the two, with an exception after which a retry helps.
@Service
public class Ledger {
    private final AccountRows accounts;
    private final TransferRows transfers;
    private final Batches batches;
    private final Clock clock;

    public Ledger(JdbcClient jdbc, Clock clock) {
        this.accounts = new AccountRows(jdbc);
        this.transfers = new TransferRows(jdbc);
        this.batches = new Batches(jdbc);
        this.clock = clock;
    }

    /// The account of a tenant for a purpose; opened when it is not there.
    ///
    /// @param floor of a new one
    public AccountId open(TenantId tenant, String purpose, Unit unit, long floor) {
        var account = accounts.find(tenant, purpose).orElseGet(() -> added(tenant, purpose, unit, floor));
        if (account.unit() != unit) {
            throw new IllegalStateException("the account " + purpose + " of " + tenant + " counts " + account.unit());
        }
        return account.id();
    }

    /// What an account is to be.
    ///
    /// @param floor of a new one
    public record Opening(TenantId tenant, String purpose, Unit unit, long floor) {}

    /// The accounts of tenants for purposes, many in two statements, in the order of the openings; opened where they
    /// are
    /// not there.
    public List<AccountId> open(List<Opening> openings) {
        var fresh = openings.stream()
                .map(one -> new Account(AccountId.next(), one.tenant(), one.purpose(), one.unit(), 0, 0, one.floor()))
                .toList();
        accounts.add(fresh, clock.instant());
        return accounts.ids(fresh);
    }

    private Account added(TenantId tenant, String purpose, Unit unit, long floor) {
        accounts.add(List.of(new Account(AccountId.next(), tenant, purpose, unit, 0, 0, floor)), clock.instant());
        return accounts.find(tenant, purpose).orElseThrow();
    }

    public Optional<Account> find(AccountId id) {
        return accounts.find(id);
    }

    public Optional<Account> find(TenantId tenant, String purpose) {
        return accounts.find(tenant, purpose);
    }

    /// All accounts of a tenant whose purpose begins so, in the order of their purposes.
    public List<Account> list(TenantId tenant, String purposePrefix) {
        return accounts.list(tenant, purposePrefix);
    }

    /// Sets a floor; what is below it already stays, and nothing more can be taken, except what is held already by
    /// whoever holds it.
    public void floor(AccountId account, long floor) {
        if (!accounts.floor(account, floor)) {
            throw new IllegalArgumentException("ledger.unknown-account: " + account);
        }
    }

    /// Waits for whoever moves or holds of one of these, and keeps others from it until the transaction ends: for who
    /// decides by what is there, or locks other things before he moves it.
    public void lock(Collection<AccountId> accounts) {
        batches.lock(List.copyOf(accounts));
    }

    /// Posts one transfer.
    public Posting post(Transfer transfer) {
        return post(List.of(transfer)).getFirst();
    }

    /// Posts transfers in their order, many in one statement. One that is refused does not keep the others back.
    public List<Posting> post(List<Transfer> transfers) {
        return batches.post(transfers, Optional.empty(), clock.instant());
    }

    /// Holds, many in one statement, each in its turn; answers in the order of the orders. Nothing is held any more by
    /// a key that was settled.
    public List<Held> hold(List<HoldOrder> orders) {
        return batches.hold(orders);
    }

    /// Settles, many in one statement; answers in the order of the settlements. What a key held of an account, its
    /// transfers get for certain, even where the floor was raised meanwhile.
    ///
    /// @throws TransferKeyUsedException when a transfer's key stands for another one
    public List<Settlement.Settled> settle(List<Settlement> settlements) {
        return batches.settle(settlements, clock.instant());
    }

    /// Keys whose holds ran out, all of them: whoever had them is taken for dead. Those longest ago first. The ledger
    /// frees nothing by itself: whoever knows what they stand for settles them.
    public List<String> expired(Instant now, int most) {
        return transfers.expired(now, most);
    }

    /// What a key holds, in no order of meaning.
    public List<Hold> holds(String key) {
        return transfers.holds(key);
    }

    /// Takes a transfer back, all of it and once, by another one the other way round that is linked to it.
    ///
    /// @param key of the transfer
    /// @param newKey of the one that takes it back
    /// @param reference of the one that takes it back
    public Reversal reverse(String key, String newKey, String reference, Instant effective) {
        var found = transfers.find(key);
        if (found.isEmpty()) {
            return new Reversal.Unknown();
        }
        var taken = found.get();
        batches.lock(List.of(taken.debit().account(), taken.credit().account()));
        var before = transfers.reversalOf(key).filter(by -> !by.equals(newKey));
        if (before.isPresent()) {
            return new Reversal.ReversedBefore(before.get());
        }
        var reversal = new Transfer(
                newKey, taken.credit(), taken.debit(), taken.amount(), TransferKind.REVERSAL, reference, effective);
        return outcome(reversal, batches.post(List.of(reversal), Optional.of(key), clock.instant()));
    }

    private static Reversal outcome(Transfer reversal, List<Posting> postings) {
        return switch (postings.getFirst()) {
            case Posting.Done() -> new Reversal.Done(reversal);
            case Posting.AsBefore() -> new Reversal.AsBefore(reversal);
            case Posting.KeyUsed() -> new Reversal.KeyUsed();
            case Posting.TooLittle(var account, var available) -> new Reversal.TooLittle(account, available);
        };
    }

    public Optional<Transfer> transfer(String key) {
        return transfers.find(key);
    }

    /// An account's entries that count in a period, the newest first.
    ///
    /// @param from including
    /// @param to excluding
    /// @param before the id of the last one seen
    public List<Entry> entries(AccountId account, Instant from, Instant to, Optional<Long> before, int limit) {
        return transfers.entries(account, from, to, before, limit);
    }

    /// What the entries of an account come to that count before an instant; for accounts of the platform as well.
    public long balance(AccountId account, Instant before) {
        return transfers.balance(account, before);
    }

    /// All accounts added up: reads every transfer.
    public TrialBalance trialBalance(Instant before) {
        return transfers.trialBalance(before);
    }
}
