package org.hotline400.server.lists;

import java.time.Instant;
import java.util.Optional;

/// An entry as its enterprise wants it.
///
/// @param note who or why; may be empty, at most 200 characters
/// @param expiresAt from then on it does not count
/// @param pin its own, instead of the list's; only in a grey list
public record EntryOrder(EntryPattern pattern, String note, Optional<Instant> expiresAt, PinOrder pin) {
    private static final int LONGEST_NOTE = 200;

    public EntryOrder {
        var _ = note(note);
    }

    public static EntryOrder of(EntryPattern pattern) {
        return new EntryOrder(pattern, "", Optional.empty(), new PinOrder.Keep());
    }

    /// @throws IllegalArgumentException naming the fix
    public static String note(String text) {
        return Notes.checked(text, LONGEST_NOTE);
    }
}
