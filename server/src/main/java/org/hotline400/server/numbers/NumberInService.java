package org.hotline400.server.numbers;

import java.time.Instant;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A 400 number that the platform knows.
///
/// @param tenant its holder; the operator while nobody has it
/// @param since when it came into this status
public record NumberInService(HotlineNumber number, TenantId tenant, NumberStatus status, Instant since) {}
