package org.hotline400.server.enrolment;

import static org.hotline400.server.enrolment.ApplicationState.APPROVED;
import static org.hotline400.server.enrolment.ApplicationState.CORRECTION_ASKED;
import static org.hotline400.server.enrolment.ApplicationState.IN_REVIEW;
import static org.hotline400.server.enrolment.ApplicationState.LAPSED;
import static org.hotline400.server.enrolment.ApplicationState.LIVE;
import static org.hotline400.server.enrolment.ApplicationState.PAID;
import static org.hotline400.server.enrolment.ApplicationState.PROVISIONED;
import static org.hotline400.server.enrolment.ApplicationState.REJECTED;
import static org.hotline400.server.enrolment.ApplicationState.SUBMITTED;
import static org.hotline400.server.enrolment.ApplicationState.WITHDRAWN;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The one function that says what may happen to an application.
public final class ApplicationLifeCycle {
    private ApplicationLifeCycle() {}

    /// @param paid whether its money has arrived
    /// @return the state after it; empty when it cannot happen
    public static Optional<ApplicationState> next(
            ApplicationState state, ApplicationEvent event, PaymentPolicy policy, boolean paid) {
        return Optional.ofNullable(
                switch (event) {
                    case SUBMIT -> submitted(state, policy, paid);
                    case PAY -> paid(state, policy, paid);
                    case TAKE -> isWaitingForReview(state, policy) ? IN_REVIEW : null;
                    case RETURN -> state == IN_REVIEW ? waiting(policy) : null;
                    case ASK_CORRECTION -> state == IN_REVIEW ? CORRECTION_ASKED : null;
                    case REJECT -> state == IN_REVIEW ? REJECTED : null;
                    case APPROVE -> state == IN_REVIEW ? APPROVED : null;
                    case PROVISION -> state == APPROVED && paid ? PROVISIONED : null;
                    case GO_LIVE -> state == PROVISIONED ? LIVE : null;
                    case WITHDRAW -> isOpen(state) ? WITHDRAWN : null;
                    case LAPSE -> isOpen(state) ? LAPSED : null;
                });
    }

    private static @Nullable ApplicationState submitted(ApplicationState state, PaymentPolicy policy, boolean paid) {
        return switch (state) {
            case DRAFT -> SUBMITTED;
            // Paid before, and not again for a correction.
            case CORRECTION_ASKED -> paid ? waiting(policy) : SUBMITTED;
            case SUBMITTED, PAID, IN_REVIEW, REJECTED, APPROVED, PROVISIONED, LIVE, WITHDRAWN, LAPSED -> null;
        };
    }

    private static @Nullable ApplicationState paid(ApplicationState state, PaymentPolicy policy, boolean paid) {
        if (paid) {
            return null;
        }
        return switch (policy) {
            case BEFORE_REVIEW -> state == SUBMITTED ? PAID : null;
            case AFTER_REVIEW -> state == APPROVED ? APPROVED : null;
        };
    }

    private static ApplicationState waiting(PaymentPolicy policy) {
        return policy == PaymentPolicy.BEFORE_REVIEW ? PAID : SUBMITTED;
    }

    /// Whether a reviewer may take it now.
    public static boolean isWaitingForReview(ApplicationState state, PaymentPolicy policy) {
        return state == waiting(policy);
    }

    /// Whether it is neither over nor provisioned.
    private static boolean isOpen(ApplicationState state) {
        return !state.isOver() && state != PROVISIONED;
    }
}
