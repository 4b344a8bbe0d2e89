package org.hotline400.app.call;

import java.time.Duration;

/// What the caller means to do.
///
/// @param keys to press, one after the other, each when the prompt before it is over
/// @param bargeIn a prompt longer than this is cut short by the next key
/// @param talk hangs up when it has talked this long with whoever answered
/// @param ringing gives up when nobody answered after this long
/// @param atMost the whole call's bound
public record Plan(String keys, Duration bargeIn, Duration talk, Duration ringing, Duration atMost) {
    /// A caller who knows the menu: listens to each prompt for eight seconds, then talks four.
    public static Plan demo(String keys) {
        return of(keys, Duration.ofSeconds(8), Duration.ofSeconds(4));
    }

    static Plan of(String keys, Duration bargeIn, Duration talk) {
        return new Plan(keys, bargeIn, talk, Duration.ofSeconds(60), Duration.ofMinutes(10));
    }
}
