package org.hotline400.server.charging.web;

import java.util.Locale;
import org.hotline400.server.charging.AccountTerms;
import org.hotline400.server.charging.AccountTerms.Kind;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// What the operator agrees with a customer.
///
/// @param kind `prepaid` or `postpaid`
/// @param creditLimit decimal yuan that a postpaid customer may owe
record TermsOrder(
        @Nullable String kind,
        @Nullable String creditLimit,
        @Nullable String costCap,
        @Nullable Integer callCap) {

    /// @throws org.hotline400.server.kernel.InvalidInputException naming every field at fault
    AccountTerms read(Checks checks, Checks.Checked<TenantId> tenant) {
        var how = checks.read("kind", "unknown", kind, TermsOrder::kind);
        var limit = checks.readIfPresent("creditLimit", "charging.amount", creditLimit, CapsOrder::notNegative);
        var cost = CapsOrder.cost(checks, costCap);
        var calls = CapsOrder.calls(checks, callCap);
        if (how.value().filter(Kind.PREPAID::equals).isPresent()
                && limit.filter(one -> one.microYuan() > 0).isPresent()) {
            checks.add("creditLimit", "charging.prepaid", "is for postpaid customers", "仅适用于后付费客户。");
        }
        checks.done();
        return new AccountTerms(tenant.get(), how.get(), limit.orElse(Money.ZERO), cost, calls);
    }

    private static Kind kind(String text) {
        try {
            return Kind.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("is prepaid or postpaid; was \"" + text + "\"", e);
        }
    }
}
