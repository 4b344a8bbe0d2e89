package org.hotline400.server.numbers;

import java.time.Instant;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A number is nobody's any more and rests.
///
/// @param formerTenant who had it last
/// @param until before this nobody can have it
public record NumberQuarantined(HotlineNumber number, TenantId formerTenant, Instant until) implements NumberFact {}
