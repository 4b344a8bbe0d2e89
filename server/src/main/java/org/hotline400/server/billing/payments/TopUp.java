package org.hotline400.server.billing.payments;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// A customer's wish to pay money into his account, and what became of it.
///
/// @param reference the payer writes it into his transfer, and providers call the order by it
/// @param amount that was asked for; what has come is in the state
/// @param forBill the number of the bill that it is meant for: a remark, the oldest bill is paid first
/// @param page the provider's page, or what its QR code says; empty for transfers, and before it has answered
public record TopUp(
        TopUpId id,
        TenantId tenant,
        String reference,
        PayWay way,
        Money amount,
        TopUpState state,
        Optional<String> forBill,
        Optional<String> page,
        By by,
        Dates dates) {

    /// Somebody.
    public record By(UUID principal, String name) {}

    /// @param expires until when it may be paid
    /// @param paid when money came, the first time
    /// @param ended when it was closed or expired, if it was
    public record Dates(Instant created, Instant expires, Optional<Instant> paid, Optional<Instant> ended) {}

    /// Whether so much of what came is still here.
    boolean keeps(Money amount) {
        return amount.compareTo(state.kept()) <= 0;
    }

    /// After an event.
    ///
    /// @return empty when it cannot happen
    Optional<TopUp> after(TopUpEvent event, Instant now) {
        return TopUpLifeCycle.next(state, event).map(next -> with(next, now));
    }

    private TopUp with(TopUpState next, Instant now) {
        var changed = switch (next) {
            case TopUpState.Paid _ ->
                new Dates(dates.created, dates.expires, dates.paid.or(() -> Optional.of(now)), dates.ended);
            case TopUpState.Closed(), TopUpState.Expired() ->
                new Dates(dates.created, dates.expires, dates.paid, Optional.of(now));
            case TopUpState.Asked() -> dates;
        };
        return new TopUp(id, tenant, reference, way, amount, next, forBill, page, by, changed);
    }

    TopUp with(String page) {
        return new TopUp(id, tenant, reference, way, amount, state, forBill, Optional.of(page), by, dates);
    }
}
