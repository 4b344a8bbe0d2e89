package org.hotline400.server.billing.payments;

import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.charging.FundsAdded;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.Posting;
import org.hotline400.server.ledger.Transfer;
import org.hotline400.server.ledger.TransferKind;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Writes money that came down: the movement, the top-up's state, the ledger and the news of it, in the
/// caller's transaction.
@Component
class TopUpBooks {
    private final TopUpRows rows;
    private final TopUpEntryRows entries;
    private final Ledger ledger;
    private final CustomerAccounts accounts;
    private final ApplicationEventPublisher events;

    TopUpBooks(
            TopUpRows rows,
            TopUpEntryRows entries,
            Ledger ledger,
            CustomerAccounts accounts,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.entries = entries;
        this.ledger = ledger;
        this.accounts = accounts;
        this.events = events;
    }

    /// @param locked by the caller
    /// @param entry money that came, not known yet
    TopUp received(TopUp locked, TopUpEntry entry) {
        var after =
                locked.after(new TopUpEvent.Arrived(entry.amount()), entry.at()).orElseThrow();
        entries.add(locked, entry);
        rows.store(after);
        post(received(locked, entry.way(), entry));
        events.publishEvent(new FundsAdded(locked.tenant(), entry.amount(), entry.at()));
        return after;
    }

    private Transfer received(TopUp topUp, PayWay way, TopUpEntry entry) {
        return new Transfer(
                "top-up/" + way.code() + "/" + entry.transaction(),
                new Transfer.Party.Platform(way.account()),
                new Transfer.Party.Customer(accounts.funds(topUp.tenant())),
                entry.amount().microYuan(),
                TransferKind.TOP_UP,
                topUp.reference(),
                entry.at());
    }

    private void post(Transfer transfer) {
        var posting = ledger.post(transfer);
        if (!(posting instanceof Posting.Done)) {
            // The movement is new here, so it must be new there; all of it is rolled back.
            throw new IllegalStateException(transfer.key() + " was not posted: " + posting);
        }
    }
}
