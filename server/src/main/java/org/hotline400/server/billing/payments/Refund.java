package org.hotline400.server.billing.payments;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// An order to send money of a top-up back. Its amount is held on the customer's account until it is done or
/// over.
///
/// @param reason for customer and provider
/// @param approved who approved it, where it needed approval
/// @param providerReference once it is done: the provider's, or the bank's
/// @param error what the last try came to, for the operator's people
/// @param ended when it was done, had failed for good or was refused
public record Refund(
        UUID id,
        TenantId tenant,
        TopUpId topUp,
        PayWay way,
        Money amount,
        State state,
        String reason,
        TopUp.By asked,
        Optional<TopUp.By> approved,
        Optional<String> providerReference,
        int attempts,
        Optional<String> error,
        Instant created,
        Optional<Instant> ended) {

    /// Where it stands.
    public enum State {
        /// Waits for a second person.
        UNAPPROVED,
        /// To be sent, or under way: by the provider, or by finance staff for transfers.
        DUE,
        DONE,
        /// For good: the held amount is the customer's again.
        FAILED,
        /// Taken back: the second person did not approve, or a transfer could not be made.
        REFUSED;

        /// The text code: `unapproved`.
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /// @throws IllegalArgumentException when no state has this code
        public static State of(String code) {
            return Arrays.stream(values())
                    .filter(state -> state.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a refund is one of "
                            + List.of(values()).stream().map(State::code).toList()));
        }
    }

    /// The key of what is held for it, and of its transfer.
    String key() {
        return "top-up-refund/" + id;
    }

    /// What providers call it by: they want letters and digits.
    String number() {
        return id.toString().replace("-", "");
    }

    /// Whether its amount is held.
    boolean isOpen() {
        return state == State.UNAPPROVED || state == State.DUE;
    }

    /// Whether it can be taken back. One that a provider was asked for cannot: it may be under way.
    boolean isWithdrawable() {
        return state == State.UNAPPROVED || (state == State.DUE && !way.isOnline());
    }

    Refund approved(TopUp.By by) {
        return with(State.DUE, Optional.of(by), providerReference, error, Optional.empty());
    }

    Refund over(State state, Optional<String> reference, Optional<String> trouble, Instant now) {
        return with(state, approved, reference, trouble, Optional.of(now));
    }

    Refund troubled(String trouble) {
        return with(state, approved, providerReference, Optional.of(trouble), ended);
    }

    private Refund with(
            State next,
            Optional<TopUp.By> approver,
            Optional<String> reference,
            Optional<String> trouble,
            Optional<Instant> end) {
        return new Refund(
                id, tenant, topUp, way, amount, next, reason, asked, approver, reference, attempts, trouble, created,
                end);
    }
}
