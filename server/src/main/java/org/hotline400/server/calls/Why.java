package org.hotline400.server.calls;

import java.util.Locale;

/// Why a call went where it went. Each has its wording in Chinese and English in `story_*.properties`, filled
/// from the facts of a [StepTaken].
public enum Why {
    /// Facts: `number`.
    NUMBER_UNKNOWN,
    /// Facts: `state`.
    NUMBER_NOT_IN_SERVICE,
    NUMBER_WITHOUT_PLAN,
    /// Facts: `reason`.
    NOT_ADMITTED,
    /// The database could not be asked, so only this node's own calls were counted.
    LIMITS_OF_THIS_NODE,
    /// Facts: `prompts`.
    ANNOUNCED,
    /// Facts: `time`, `period`, `next`.
    HOURS_OPEN,
    /// Facts: `time`, `next`.
    HOURS_CLOSED,
    /// Facts: `key`, `next`.
    KEY_CHOSEN,
    /// Facts: `key`, `try`, `tries`.
    KEY_WRONG,
    /// Facts: `try`, `tries`.
    KEY_MISSING,
    /// Facts: `tries`, `next`.
    TRIES_SPENT,
    RECORDING_ANNOUNCED,
    /// Facts: `target`, `ringSeconds`.
    DIALLED,
    /// Facts: `target`, `result`, `text`.
    TARGET_FAILED,
    /// Facts: `target`.
    TARGET_REACHED,
    /// Facts: `attempts`.
    ATTEMPTS_SPENT,
    /// Facts: `next`.
    NOBODY_REACHED,
    /// Facts: `seconds`, `by`.
    MESSAGE_TAKEN,
    MESSAGE_EMPTY,
    /// Facts: `cause`.
    HUNG_UP,
    /// Facts: `seconds`.
    TIME_UP,
    /// Facts: `seconds`.
    CALLER_SILENT,
    /// Facts: `seconds`, `target`.
    TARGET_SILENT,
    /// Facts: `text`.
    PLAN_FAILED;

    /// The text code: `key-chosen`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
