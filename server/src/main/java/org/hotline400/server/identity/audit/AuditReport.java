package org.hotline400.server.identity.audit;

import java.util.Locale;
import java.util.Optional;

/// What a look over a tenant's chain found.
///
/// @param head where the chain ends by its own account
/// @param intact how many entries from the first on are as they were written
/// @param broken the first place where it is not; empty when all is well
public record AuditReport(AuditHead head, long intact, Optional<Broken> broken) {

    public boolean isIntact() {
        return broken.isEmpty();
    }

    /// The first place where the chain does not hold.
    ///
    /// @param sequence of the entry
    public record Broken(long sequence, Kind kind) {}

    /// How it does not hold.
    public enum Kind {
        MISSING("there is no such entry, though later ones", "缺少该条记录，但之后仍有记录。"),
        CHANGED("the entry is not as it was written", "该条记录被改动过。"),
        CUT_OFF("the chain ends before this entry, though its head says otherwise", "链尾的记录被截断。"),
        HEAD("the head is not that of the last entry", "链头与最后一条记录不符。"),
        NOT_AS_PUBLISHED(
                "the entry is missing, or not the one that was there when the head was written down",
                "该条记录缺失，或与当时公布的链头不符。");

        private final String english;
        private final String chinese;

        Kind(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        /// The text code: `cut-off`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public String english() {
            return english;
        }

        public String chinese() {
            return chinese;
        }
    }
}
