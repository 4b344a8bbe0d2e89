package org.hotline400.server.calls;

import java.util.Locale;

/// Why a call went where it went. Each has its wording in Chinese and English in `stories/*.properties`, filled
/// from the facts of a [StepTaken].
public enum Why {
    /// Facts: `number`.
    NUMBER_UNKNOWN,
    /// Facts: `state`.
    NUMBER_NOT_IN_SERVICE,
    /// Facts: `successor`.
    NUMBER_REPLACED,
    NUMBER_WITHOUT_PLAN,
    /// Facts: `reason`, `text`.
    NOT_ADMITTED,
    /// The database could not be asked, so only this node's own calls were counted.
    LIMITS_OF_THIS_NODE,
    /// The number's package lacks what the plan wants here. Facts: `feature`, and its name in `zh` and `en`.
    FEATURE_NOT_INCLUDED,
    /// The database could not be asked, so nothing was reserved for the call.
    CREDIT_OF_THIS_NODE,
    /// Facts: `prompts`.
    ANNOUNCED,
    /// Facts: `time`, `period`, `next`.
    HOURS_OPEN,
    /// Facts: `time`, `next`.
    HOURS_CLOSED,
    /// Facts: `next`.
    CLOSED_TODAY,
    /// Facts: `next`.
    ON_HOLIDAY,
    /// Facts: `dates`, `next`.
    CLOSED_BY_DATE,
    /// Facts: `region`, `matched`, `next`.
    REGION_MATCHED,
    /// Facts: `region`, `next`.
    REGION_OTHER,
    /// Facts: `list`, `next`.
    LISTED,
    /// Facts: `next`.
    NOT_LISTED,
    /// Facts: `case`, `next`.
    CONDITION_MET,
    /// Facts: `next`.
    NO_CONDITION_MET,
    /// Facts: `variables`.
    VARIABLES_SET,
    /// Facts: `tags`.
    TAGGED,
    /// Facts: `priority`.
    PRIORITY_SET,
    /// Facts: `into`, `next`.
    DATA_FOUND,
    /// Facts: `text`, `next`.
    DATA_MISSING,
    /// Facts: `key`, `next`.
    KEY_CHOSEN,
    /// Facts: `key`, `try`, `tries`.
    KEY_WRONG,
    /// Facts: `try`, `tries`.
    KEY_MISSING,
    /// Facts: `tries`, `next`.
    TRIES_SPENT,
    /// Facts: `into`, `next`.
    DIGITS_TAKEN,
    /// Facts: `try`, `tries`.
    DIGITS_WRONG,
    RECORDING_ANNOUNCED,
    /// The caller pressed the key by which he objects.
    RECORDING_OBJECTED,
    /// Facts: `strategy`, `order`, `draw`.
    DISTRIBUTED,
    /// Facts: `target`.
    TARGET_CLOSED,
    /// Facts: `target`, `most`.
    TARGET_FULL,
    /// Facts: `extension`.
    EXTENSION_UNKNOWN,
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
    /// The talk does not count in statistics. Facts: `seconds`, `least`.
    TALK_TOO_SHORT,
    /// The target hung up and the caller stayed. Facts: `target`, `next`.
    TALK_OVER,
    /// Facts: `score`.
    SURVEY_ANSWERED,
    SURVEY_UNANSWERED,
    /// Facts: `seconds`.
    SURVEY_COMMENTED,
    /// Facts: `cause`.
    HUNG_UP,
    /// Facts: `seconds`.
    TIME_UP,
    /// Nothing was left to pay the call with.
    FUNDS_EXHAUSTED,
    /// Facts: `seconds`.
    CALLER_SILENT,
    /// Facts: `seconds`, `target`.
    TARGET_SILENT,
    /// The plan goes on at another step. Facts: `text`, `next`.
    STEP_FAILED,
    /// Facts: `text`.
    PLAN_FAILED;

    /// The text code: `key-chosen`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
