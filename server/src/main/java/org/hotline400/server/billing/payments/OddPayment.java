package org.hotline400.server.billing.payments;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// What a provider told, truly, and what fits no order: somebody has to look.
///
/// @param tenant the order's; the operator where there is none
/// @param order as the provider said
/// @param settled by whom and how, once it is
public record OddPayment(
        TenantId tenant,
        UUID id,
        PayWay way,
        Kind kind,
        String order,
        String transaction,
        Money amount,
        Instant told,
        Optional<Settled> settled) {

    /// What is odd.
    public enum Kind {
        UNKNOWN_ORDER,
        /// The order is to be paid by another provider.
        OTHER_WAY,
        /// Another amount than was asked for.
        WRONG_AMOUNT,
        /// This payment was told before, for another order or with another amount.
        USED_TRANSACTION,
        /// The provider gave money back that the customer had spent already: so much is missing.
        SHORT_REFUND;

        /// The text code: `wrong-amount`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        static Kind of(String code) {
            return Arrays.stream(values())
                    .filter(kind -> kind.code().equals(code))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /// @param note what was done about it
    public record Settled(Instant at, TopUp.By by, String note) {}

    static OddPayment told(TenantId tenant, PayWay way, Kind kind, PaymentProvider.Notice.Paid paid, Instant now) {
        return new OddPayment(
                tenant, Ids.next(), way, kind, paid.order(), paid.transaction(), paid.amount(), now, Optional.empty());
    }
}
