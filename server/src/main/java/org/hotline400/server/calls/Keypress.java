package org.hotline400.server.calls;

/// What a caller did when asked for a key.
public sealed interface Keypress {

    /// @param key 0–9, `*`, `#`
    record Pressed(char key) implements Keypress {}

    /// Nothing, until patience ran out.
    record Nothing() implements Keypress {}
}
