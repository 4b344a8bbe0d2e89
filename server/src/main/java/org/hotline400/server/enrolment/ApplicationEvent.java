package org.hotline400.server.enrolment;

import java.util.Locale;

/// What can happen to an application.
public enum ApplicationEvent {
    /// The applicant hands it in, or hands in again what was corrected.
    SUBMIT,
    /// Its money has arrived.
    PAY,
    /// A reviewer takes it.
    TAKE,
    /// A reviewer gives it back to the queue.
    RETURN,
    /// A reviewer asks for other fields or papers.
    ASK_CORRECTION,
    REJECT,
    APPROVE,
    /// Number and plan have been put into service.
    PROVISION,
    /// A call came through, or the applicant has confirmed.
    GO_LIVE,
    WITHDRAW,
    /// Its time has run out.
    LAPSE;

    /// The text code: `ask-correction`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
