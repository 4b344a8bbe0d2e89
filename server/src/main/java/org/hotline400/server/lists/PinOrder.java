package org.hotline400.server.lists;

/// What shall become of a PIN.
public sealed interface PinOrder {
    /// The one that is there stays; where there is none, there is none.
    record Keep() implements PinOrder {}

    /// There shall be none.
    record None() implements PinOrder {}

    record Set(Pin pin) implements PinOrder {}

    /// Reads it as it is sent: left out keeps, empty takes away, digits set.
    ///
    /// @throws IllegalArgumentException when it is something else; the message does not repeat it
    static PinOrder of(String text) {
        return text.isEmpty() ? new None() : new Set(new Pin(text));
    }
}
