package org.hotline400.server.numbers;

import java.time.Instant;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A number waits for an application's papers.
///
/// @param until their deadline
public record NumberReserved(HotlineNumber number, TenantId tenant, Instant until) implements NumberFact {}
