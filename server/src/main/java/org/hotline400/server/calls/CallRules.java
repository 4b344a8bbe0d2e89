package org.hotline400.server.calls;

import java.time.Duration;

/// The platform's own bounds on one call, beside those of its plan.
///
/// @param setUpTime how long a target may take to show progress: mobiles eat seconds before they ring
/// @param silence a call ends when a leg that should send has sent nothing at all, neither audio nor a report,
///     for this long
/// @param mostSteps a call that has taken this many steps goes in circles
public record CallRules(Duration setUpTime, Duration silence, int mostSteps) {
    public static final CallRules STANDARD = new CallRules(Duration.ofSeconds(10), Duration.ofSeconds(60), 200);

    public CallRules withSilence(Duration other) {
        return new CallRules(setUpTime, other, mostSteps);
    }
}
