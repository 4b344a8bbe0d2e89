package org.hotline400.server.callplans;

import java.time.Duration;

/// What became of a step on the way to a confirmed line.
public sealed interface Confirmation {

    /// The line is being rung.
    record Ringing(ForwardTarget target) implements Confirmation {}

    record Confirmed(ForwardTarget target) implements Confirmation {}

    /// Not the code that was spoken.
    record Wrong(int triesLeft) implements Confirmation {}

    /// No code is open: none was asked for, it is too old, or its tries are spent.
    record NoCode() implements Confirmation {}

    /// Too many calls to this line, or for this enterprise.
    record TooMany(Duration retryAfter) implements Confirmation {}

    /// No way leads to the line now.
    record NoWay() implements Confirmation {}
}
