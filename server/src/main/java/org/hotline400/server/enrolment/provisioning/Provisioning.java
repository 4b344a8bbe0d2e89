package org.hotline400.server.enrolment.provisioning;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.enrolment.ApplicationId;

/// How far the putting into service of an application has come.
///
/// @param attempts so many were begun
/// @param problem why the last one failed
/// @param nextAt when it is tried again; empty when it is done or was given up
/// @param doneAt when number and plan were in service
public record Provisioning(
        ApplicationId application,
        int attempts,
        Optional<Problem> problem,
        Optional<Instant> nextAt,
        Optional<Instant> doneAt) {

    /// What went wrong, for the operator.
    public record Problem(String english, String chinese) {
        private static final int LONGEST = 1000;

        public Problem {
            english = cut(english);
            chinese = cut(chinese);
        }

        private static String cut(String text) {
            return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        }
    }

    /// Whether somebody has to look at it.
    public boolean isGivenUp() {
        return doneAt.isEmpty() && nextAt.isEmpty();
    }
}
