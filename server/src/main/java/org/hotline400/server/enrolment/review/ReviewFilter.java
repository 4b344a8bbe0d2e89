package org.hotline400.server.enrolment.review;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.numbers.grading.NumberClass;

/// Which applications a reviewer wants to see.
///
/// @param stage empty: those that wait for a reviewer or are with one
/// @param sold the class of the number
/// @param reviewer who has it
public record ReviewFilter(
        Optional<Stage> stage, Optional<Intake.Channel> channel, Optional<NumberClass> sold, Optional<UUID> reviewer) {

    /// Where an application stands, as the desk sees it.
    public enum Stage {
        /// For a reviewer.
        WAITING(
                "(a.policy = 'before-review' and a.state = 'paid' or a.policy = 'after-review' and a.state = 'submitted')"),
        /// With a reviewer.
        IN_REVIEW("a.state = 'in-review'"),
        /// For the applicant, who is to correct something.
        CORRECTION_ASKED("a.state = 'correction-asked'"),
        /// For the applicant's money.
        UNPAID("(a.policy = 'before-review' and a.state = 'submitted' or a.state = 'approved' and a.paid_at is null)"),
        /// For its number to come into service.
        PROVISIONING("(a.state = 'approved' and a.paid_at is not null)"),
        /// Provisioning has failed, so that somebody must look.
        STUCK("(a.state = 'approved' and p.problem_en is not null)");

        private final String condition;

        Stage(String condition) {
            this.condition = condition;
        }

        /// In SQL, of the application `a` and its provisioning `p`.
        String condition() {
            return condition;
        }

        /// The text code: `in-review`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        /// @throws IllegalArgumentException when no stage has this code
        public static Stage of(String code) {
            return Arrays.stream(values())
                    .filter(stage -> stage.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("a stage is one of "
                            + Arrays.stream(values()).map(Stage::code).toList()));
        }
    }
}
