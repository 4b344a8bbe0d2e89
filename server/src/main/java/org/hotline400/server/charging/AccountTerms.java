package org.hotline400.server.charging;

import java.util.Locale;
import java.util.Optional;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// How a customer pays, and what he has bounded himself to.
///
/// @param creditLimit how much a postpaid customer may owe; 0 for prepaid ones
/// @param costCap what calls of a month may cost at most
/// @param callCap how many charged calls a month may have
public record AccountTerms(
        TenantId tenant, Kind kind, Money creditLimit, Optional<Money> costCap, Optional<Integer> callCap) {

    /// When a customer pays.
    public enum Kind {
        PREPAID,
        POSTPAID;

        /// The text code: `prepaid`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AccountTerms {
        if (creditLimit.microYuan() < 0 || (kind == Kind.PREPAID && creditLimit.microYuan() != 0)) {
            throw new IllegalArgumentException("a postpaid account has a credit limit from 0 on, a prepaid one none");
        }
    }

    /// As a new customer has them.
    public static AccountTerms prepaid(TenantId tenant) {
        return new AccountTerms(tenant, Kind.PREPAID, Money.ZERO, Optional.empty(), Optional.empty());
    }

    /// What the account's balance never falls below.
    public Money floor() {
        return creditLimit.negated();
    }
}
