package org.hotline400.server.enrolment.rules;

import java.util.Locale;
import org.hotline400.server.enrolment.Intake;

/// Who took an application in.
public enum IntakeWay {
    /// The applicant himself, by console or API.
    SELF_SERVICE,
    /// A reseller for its customer.
    RESELLER,
    /// An account manager of the operator: the carrier's own counter.
    CARRIER_DIRECT;

    /// The text code: `carrier-direct`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static IntakeWay of(Intake intake) {
        if (intake.reseller().isPresent()) {
            return RESELLER;
        }
        return intake.handler().isPresent() ? CARRIER_DIRECT : SELF_SERVICE;
    }
}
