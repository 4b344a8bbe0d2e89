package org.hotline400.server.billing.payments;

import java.util.Optional;
import org.hotline400.server.kernel.Money;

/// The one function that says what may happen to a top-up.
public final class TopUpLifeCycle {
    private TopUpLifeCycle() {}

    /// @return the state after it; empty when it cannot happen
    public static Optional<TopUpState> next(TopUpState state, TopUpEvent event) {
        return switch (event) {
            case TopUpEvent.Arrived(var amount) -> Optional.of(arrived(state, amount));
            case TopUpEvent.Close() ->
                state instanceof TopUpState.Asked ? Optional.of(new TopUpState.Closed()) : Optional.empty();
            case TopUpEvent.Expire() ->
                state instanceof TopUpState.Asked ? Optional.of(new TopUpState.Expired()) : Optional.empty();
            case TopUpEvent.Returned(var amount) -> returned(state, amount);
        };
    }

    /// Money that is there is there: what comes late or once more counts, too.
    private static TopUpState arrived(TopUpState state, Money amount) {
        return switch (state) {
            case TopUpState.Asked(), TopUpState.Closed(), TopUpState.Expired() ->
                new TopUpState.Paid(amount, Money.ZERO);
            case TopUpState.Paid(var received, var refunded) -> new TopUpState.Paid(received.plus(amount), refunded);
        };
    }

    private static Optional<TopUpState> returned(TopUpState state, Money amount) {
        return state instanceof TopUpState.Paid(var received, var refunded) && amount.compareTo(state.kept()) <= 0
                ? Optional.of(new TopUpState.Paid(received, refunded.plus(amount)))
                : Optional.empty();
    }
}
