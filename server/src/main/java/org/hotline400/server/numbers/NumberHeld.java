package org.hotline400.server.numbers;

import java.time.Instant;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// Somebody has put a number into his cart.
///
/// @param until when he loses it again
public record NumberHeld(HotlineNumber number, TenantId tenant, Instant until) implements NumberFact {}
