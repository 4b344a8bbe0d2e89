package org.hotline400.server.lists;

import java.util.Optional;

/// A list as its enterprise wants it.
///
/// @param note what it is for; may be empty, at most 500 characters
/// @param pin lets callers through who are on it; only a grey list has one
public record ListOrder(ListName name, ListKind kind, String note, Optional<Pin> pin) {
    private static final int LONGEST_NOTE = 500;

    public ListOrder {
        var _ = note(note);
        if (pin.isPresent() && kind != ListKind.GREY) {
            throw new IllegalArgumentException("only a grey list has a PIN");
        }
    }

    /// @throws IllegalArgumentException naming the fix
    public static String note(String text) {
        return Notes.checked(text, LONGEST_NOTE);
    }
}
