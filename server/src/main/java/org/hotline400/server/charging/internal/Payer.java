package org.hotline400.server.charging.internal;

import org.hotline400.server.charging.AccountTerms;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.AccountId;

/// Who pays for calls: the account of his money, and on what terms.
public record Payer(AccountId funds, AccountTerms terms) {
    public TenantId tenant() {
        return terms.tenant();
    }

    boolean isPrepaid() {
        return terms.kind() == AccountTerms.Kind.PREPAID;
    }
}
