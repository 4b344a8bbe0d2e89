package org.hotline400.server.numbers;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A number is out of service, for arrears, on request, for a violation, or for so long that it is frozen.
///
/// @param status which of these
public record NumberSuspended(HotlineNumber number, TenantId tenant, NumberStatus status) implements NumberFact {}
