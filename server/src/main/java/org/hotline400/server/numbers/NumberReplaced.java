package org.hotline400.server.numbers;

import java.time.Instant;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// The holder of a number uses another one from now on; callers hear which.
///
/// @param until for how long they do
public record NumberReplaced(HotlineNumber number, TenantId tenant, HotlineNumber successor, Instant until)
        implements NumberFact {}
