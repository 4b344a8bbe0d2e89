package org.hotline400.server.enrolment.papers.hints;

/// Something worth a look, in words for people. Without names or numbers of persons.
///
/// @param kind one of [Kind]
/// @param english for the reviewer
/// @param chinese for the reviewer
public record PaperHint(Kind kind, String english, String chinese) {

    /// What a hint is about.
    public enum Kind {
        LOW_RESOLUTION(true),
        BLURRED(true),
        NO_SEAL(true),
        SEAL(true),
        SAME_FILE_ELSEWHERE(false),
        NOT_READ(false),
        NAME_DIFFERS(true),
        NAME_READ(true),
        CODE_DIFFERS(true),
        CODE_READ(true),
        REPRESENTATIVE_NOT_FOUND(true);

        private final boolean forApplicant;

        Kind(boolean forApplicant) {
            this.forApplicant = forApplicant;
        }

        /// The text code: `papers.hint.no-seal` without its head.
        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /// Whether it helps the applicant to send a better file, and tells nothing of anybody else.
        public boolean isForApplicant() {
            return forApplicant;
        }
    }
}
