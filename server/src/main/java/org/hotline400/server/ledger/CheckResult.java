package org.hotline400.server.ledger;

import java.util.List;

/// What a check found.
///
/// @param code stable: `balances`
/// @param chinese what must hold
/// @param english the same
/// @param looked how many things were looked at
/// @param found how many are not as they must be
/// @param examples the first of these, one line each
/// @param isNotice whether what was found is worth a look, and no fault of the books
public record CheckResult(
        String code, String chinese, String english, long looked, long found, List<String> examples, boolean isNotice) {
    /// How many examples a check shows.
    public static final int EXAMPLES = 20;

    public CheckResult {
        examples = List.copyOf(examples);
    }

    /// Whether the books are right as far as this goes.
    public boolean isRight() {
        return found == 0 || isNotice;
    }
}
