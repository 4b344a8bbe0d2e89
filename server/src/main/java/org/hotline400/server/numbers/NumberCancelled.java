package org.hotline400.server.numbers;

import java.time.Instant;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A number was given up.
///
/// @param until before this it can be taken back
public record NumberCancelled(HotlineNumber number, TenantId tenant, Instant until) implements NumberFact {}
