package org.hotline400.server.billing;

import java.time.Instant;

/// Something that was done about a bill that is not paid.
///
/// @param step `reminder-7`, `suspend`, `propose-termination`
public record DunningStep(String step, Instant at) {}
