package org.hotline400.server.numbers;

/// Who changes a number, and why: kept with the change for good.
///
/// @param name of the person or the part of the platform
/// @param reason in plain words
public record Actor(String name, String reason) {
    public Actor {
        if (name.isBlank() || reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("a change names who makes it and why, in 1 to 500 characters");
        }
    }
}
