package org.hotline400.server.enrolment;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.kernel.TenantId;

/// Which applications are listed, and in which order.
///
/// @param states only those; empty: all
/// @param reviewer only what he has, or had last
/// @param waitingForReview only those that a reviewer may take now
public record ApplicationFilter(
        Optional<TenantId> tenant,
        Set<ApplicationState> states,
        Optional<UUID> reviewer,
        Optional<Intake.Channel> channel,
        boolean waitingForReview,
        Order order) {

    /// All of them, the newest first.
    public static final ApplicationFilter ALL = new ApplicationFilter(
            Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), false, Order.NEWEST_FIRST);

    /// The queue: what a reviewer may take now, what is due first coming first.
    public static final ApplicationFilter QUEUE = new ApplicationFilter(
            Optional.empty(), Set.of(), Optional.empty(), Optional.empty(), true, Order.DUE_FIRST);

    public ApplicationFilter {
        states = Set.copyOf(states);
    }

    /// What comes first.
    public enum Order {
        NEWEST_FIRST,
        /// What the operator has promised an answer for, soonest first; behind them the others.
        DUE_FIRST
    }

    public ApplicationFilter of(TenantId one) {
        return new ApplicationFilter(Optional.of(one), states, reviewer, channel, waitingForReview, order);
    }

    public ApplicationFilter in(Set<ApplicationState> some) {
        return new ApplicationFilter(tenant, some, reviewer, channel, waitingForReview, order);
    }

    public ApplicationFilter reviewedBy(UUID one) {
        return new ApplicationFilter(tenant, states, Optional.of(one), channel, waitingForReview, order);
    }

    public ApplicationFilter by(Intake.Channel one) {
        return new ApplicationFilter(tenant, states, reviewer, Optional.of(one), waitingForReview, order);
    }

    public ApplicationFilter ordered(Order other) {
        return new ApplicationFilter(tenant, states, reviewer, channel, waitingForReview, other);
    }
}
