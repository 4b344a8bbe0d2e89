package org.hotline400.server.ledger;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.internal.AccountRows;
import org.hotline400.server.ledger.internal.Batches;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/// The books. Every method runs in the caller's transaction: what belongs to a posting, such as a bill or a call's
/// charge, commits with it or not at all.
///
/// A batch locks the accounts that it moves in one order, and so waits for no other batch that waits for it. A
/// transaction that moves twice, one account after the other, may: the database ends one of the two, with an exception
/// after which a retry helps.
@Service
public class Ledger {
    private final AccountRows accounts;
    private final Batches batches;
    private final Clock clock;

    public Ledger(JdbcClient jdbc, Clock clock) {
        this.accounts = new AccountRows(jdbc);
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

    private Account added(TenantId tenant, String purpose, Unit unit, long floor) {
        accounts.add(new Account(AccountId.next(), tenant, purpose, unit, 0, 0, floor), clock.instant());
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
}
