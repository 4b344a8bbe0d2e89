package org.hotline400.server.enrolment;

import java.util.Locale;

/// When an application is paid.
public enum PaymentPolicy {
    /// Before review; refunded when it is rejected.
    BEFORE_REVIEW,
    /// Once it is approved.
    AFTER_REVIEW;

    /// The text code: `before-review`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
