package org.hotline400.server.callplans;

import java.util.Locale;

/// What a decision came to. Made when the plan is read, so that deciding makes nothing.
///
/// @param next where the call goes
/// @param ground why
/// @param detail what of the step it was, in the document's words: `09:00-18:00`, `cases/2`, a list's name
public record Choice(StepName next, Ground ground, String detail) {

    /// Why a decision went the way it did.
    public enum Ground {
        /// `detail`: the period.
        WITHIN_HOURS,
        OUT_OF_HOURS,
        /// Closed by hand.
        CLOSED_TODAY,
        /// An official day off.
        ON_HOLIDAY,
        /// A range of dates of the schedule says closed. `detail`: the range.
        CLOSED_BY_DATE,
        /// `detail`: what of the caller matched.
        REGION_MATCHED,
        REGION_OTHER,
        /// `detail`: the list.
        LISTED,
        NOT_LISTED,
        /// `detail`: the case.
        CONDITION_MET,
        NO_CONDITION_MET;

        /// The text code: `within-hours`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
