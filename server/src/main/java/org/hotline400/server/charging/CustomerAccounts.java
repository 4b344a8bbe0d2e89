package org.hotline400.server.charging;

import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.Unit;
import org.springframework.stereotype.Service;

/// The customers' accounts and their terms. Every method runs in the caller's transaction.
@Service
public class CustomerAccounts {
    /// The purpose of the ledger's account of a customer's money.
    public static final String FUNDS = "funds";

    private final Ledger ledger;

    CustomerAccounts(Ledger ledger) {
        this.ledger = ledger;
    }

    /// The account of a customer's money; opened, prepaid, when it is not there.
    public AccountId funds(TenantId tenant) {
        return ledger.open(tenant, FUNDS, Unit.MICRO_YUAN, terms(tenant).floor().microYuan());
    }

    /// Prepaid where nothing else was agreed.
    public AccountTerms terms(TenantId tenant) {
        return AccountTerms.prepaid(tenant);
    }
}
