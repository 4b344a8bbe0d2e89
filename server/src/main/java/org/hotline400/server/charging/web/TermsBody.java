package org.hotline400.server.charging.web;

import java.util.UUID;
import org.hotline400.server.charging.AccountTerms;
import org.hotline400.server.kernel.Money;
import org.jspecify.annotations.Nullable;

/// How a customer pays, on the wire; amounts are decimal yuan.
///
/// @param costCap the lower one of the operator's and his own; absent for none
record TermsBody(
        UUID tenant,
        String kind,
        String creditLimit,
        @Nullable String costCap,
        @Nullable Integer callCap) {

    static TermsBody of(AccountTerms terms) {
        return new TermsBody(
                terms.tenant().value(),
                terms.kind().code(),
                terms.creditLimit().toString(),
                terms.costCap().map(Money::toString).orElse(null),
                terms.callCap().orElse(null));
    }
}
