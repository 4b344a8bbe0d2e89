package org.hotline400.server.enrolment.messages;

import java.util.Arrays;
import java.util.Locale;

/// What a message is about.
public enum MessageKind {
    SUBMITTED,
    PAYMENT_ASKED,
    PAID,
    IN_REVIEW,
    /// Back in the queue of reviewers.
    RETURNED,
    CORRECTION_ASKED,
    REJECTED,
    REFUND_OWED,
    APPROVED,
    /// The welcome.
    PROVISIONED,
    LIVE,
    WITHDRAWN,
    LAPSED,
    /// Three days before the deadline.
    REMINDER_3,
    /// One day before it.
    REMINDER_1,
    RE_VERIFICATION_ASKED,
    RE_VERIFICATION_OVERDUE,
    RE_VERIFICATION_FAILED;

    /// The text code: `payment-asked`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static MessageKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("there are no messages of the kind " + code));
    }
}
