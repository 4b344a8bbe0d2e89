package org.hotline400.server.numbers;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A hold or a reservation is over without service: the number can be had again.
///
/// @param tenant who had it until now
/// @param expired whether the time was up; else somebody let go of it
public record NumberReleased(HotlineNumber number, TenantId tenant, boolean expired) implements NumberFact {}
