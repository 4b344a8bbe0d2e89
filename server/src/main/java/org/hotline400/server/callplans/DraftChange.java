package org.hotline400.server.callplans;

/// What became of the wish to change a draft.
public sealed interface DraftChange {

    record Saved(SavedDraft draft) implements DraftChange {}

    record Removed() implements DraftChange {}

    /// Somebody else has saved it meanwhile.
    record Stale(SavedDraft current) implements DraftChange {}

    /// There is none, or no longer.
    record Missing() implements DraftChange {}
}
