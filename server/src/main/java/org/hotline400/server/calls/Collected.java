package org.hotline400.server.calls;

/// The keys a caller pressed when asked for several.
public sealed interface Collected {

    /// As pressed: 0–9, `*`, `#`, without the terminator.
    String keys();

    /// As many as were wanted.
    record Complete(String keys, EndedBy by) implements Collected {}

    /// Some, or a terminator at once, but fewer than wanted.
    record TooFew(String keys, EndedBy by) implements Collected {}

    /// Not one key until patience ran out.
    record Nothing() implements Collected {
        @Override
        public String keys() {
            return "";
        }
    }

    /// What told that the caller had finished.
    enum EndedBy {
        MOST,
        TERMINATOR,
        PAUSE
    }

    /// Judges keys that are finished.
    static Collected of(String keys, EndedBy by, CollectTerms terms) {
        return keys.length() < terms.least() ? new TooFew(keys, by) : new Complete(keys, by);
    }
}
