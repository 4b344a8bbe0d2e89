package org.hotline400.server.calls;

import java.time.Duration;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// What an admitted call goes by until it ends.
///
/// @param atMost from its start to its end
record Leading(TenantId tenant, HotlineNumber number, CallPlan plan, Duration atMost) {}
