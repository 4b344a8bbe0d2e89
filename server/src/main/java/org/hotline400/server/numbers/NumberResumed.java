package org.hotline400.server.numbers;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A number is back in service.
///
/// @param from what it was
public record NumberResumed(HotlineNumber number, TenantId tenant, NumberStatus from) implements NumberFact {}
