package org.hotline400.server.callplans;

import java.time.Duration;

/// What the author of a plan may ask for.
///
/// @param sipTargets whether calls may be forwarded to SIP addresses: they bypass the carriers, so only the operator
///     opens them
public record PlanBounds(Duration shortestRing, Duration longestRing, boolean sipTargets) {
    /// 15–60 s is what carriers let their customers set.
    public static final PlanBounds CUSTOMER = new PlanBounds(Duration.ofSeconds(15), Duration.ofSeconds(60), false);

    public static final PlanBounds OPERATOR = new PlanBounds(Duration.ofSeconds(5), Duration.ofSeconds(120), true);

    /// Above this a document is refused unread.
    static final int MAX_BYTES = 512 * 1024;

    static final int MAX_STEPS = 500;

    /// Levels of JSON, far above what the language needs.
    static final int MAX_DEPTH = 16;

    /// What carriers allow in one rule.
    static final int MAX_TARGETS = 50;

    /// Rung at the same time.
    static final int MAX_AT_ONCE = 10;
    static final int MAX_CASES = 100;
    static final int MAX_TEXTS = 100;
    /// Characters of a text that is no prompt.
    static final int MAX_TEXT = 500;
    static final int MAX_VARIABLES = 20;
    static final int MAX_PROMPTS = 20;
    static final int MAX_PERIODS = 100;

    /// A document with more errors than this is cut short: nobody reads on.
    static final int MAX_FINDINGS = 100;
}
