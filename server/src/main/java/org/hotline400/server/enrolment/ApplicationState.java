package org.hotline400.server.enrolment;

import java.util.Arrays;
import java.util.Locale;

/// Where an application stands.
public enum ApplicationState {
    /// Being filled in; may be left for another day.
    DRAFT,
    /// Handed in; waits for its payment, or for a reviewer where payment comes after review.
    SUBMITTED,
    /// Paid before review; waits for a reviewer.
    PAID,
    /// A reviewer has it.
    IN_REVIEW,
    /// Some fields or papers must be corrected; the rest stands.
    CORRECTION_ASKED,
    /// Refused for good, with a reason for each field; what was paid is refunded.
    REJECTED,
    /// Found good; waits for its payment where that comes after review, otherwise for provisioning.
    APPROVED,
    /// The number is in service and has its plan; a test call is offered.
    PROVISIONED,
    /// A call has come through, or the applicant has said that all is well.
    LIVE,
    /// Taken back by the applicant.
    WITHDRAWN,
    /// The time for papers or payment ran out.
    LAPSED;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The text code: `in-review`.
    public String code() {
        return code;
    }

    public static ApplicationState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an application is one of "
                        + Arrays.stream(values()).map(ApplicationState::code).toList()));
    }

    /// Whether nothing more happens to it.
    public boolean isOver() {
        return switch (this) {
            case REJECTED, LIVE, WITHDRAWN, LAPSED -> true;
            case DRAFT, SUBMITTED, PAID, IN_REVIEW, CORRECTION_ASKED, APPROVED, PROVISIONED -> false;
        };
    }

    /// Whether the applicant may change fields and papers: all of a draft, the faulted ones where correction was
    /// asked.
    public boolean isEditable() {
        return this == DRAFT || this == CORRECTION_ASKED;
    }
}
