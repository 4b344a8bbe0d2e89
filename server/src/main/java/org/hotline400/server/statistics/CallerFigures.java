package org.hotline400.server.statistics;

import java.time.Instant;

/// Somebody who called.
///
/// @param caller normalised
/// @param province where the line is at home; empty when not known
/// @param lastAt the beginning of his last call
public record CallerFigures(
        String caller, String province, String city, long calls, long answered, long talkMillis, Instant lastAt) {}
