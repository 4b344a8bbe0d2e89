package org.hotline400.server.ledger;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Service;

/// The books. Every method runs in the caller's transaction: what belongs to a posting, such as a bill or a call's
/// charge, commits with it or not at all.
@Service
public class Ledger {

    /// The account of a tenant for a purpose; opened when it is not there.
    ///
    /// @param floor of a new one
    public AccountId open(TenantId tenant, String purpose, Unit unit, long floor) {
        throw new UnsupportedOperationException();
    }

    public Optional<Account> find(AccountId id) {
        throw new UnsupportedOperationException();
    }

    public Optional<Account> find(TenantId tenant, String purpose) {
        throw new UnsupportedOperationException();
    }

    /// All accounts of a tenant whose purpose begins so, in the order of their purposes.
    public List<Account> list(TenantId tenant, String purposePrefix) {
        throw new UnsupportedOperationException();
    }

    /// Sets a floor; what is below it already stays, and nothing more can be taken.
    public void floor(AccountId account, long floor) {
        throw new UnsupportedOperationException();
    }

    /// Posts one transfer.
    public Posting post(Transfer transfer) {
        return post(List.of(transfer)).getFirst();
    }

    /// Posts transfers in their order, many in one statement. One that is refused does not keep the others back.
    public List<Posting> post(List<Transfer> transfers) {
        throw new UnsupportedOperationException();
    }

    /// Holds, many in one statement, each in its turn; answers in the order of the orders.
    public List<Held> hold(List<HoldOrder> orders) {
        throw new UnsupportedOperationException();
    }

    /// Settles, many in one statement; answers in the order of the settlements.
    public List<Settlement.Settled> settle(List<Settlement> settlements) {
        throw new UnsupportedOperationException();
    }
}
