package org.hotline400.server.calls;

import java.time.Duration;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// Whose recording it is and how long it is kept.
public record RecordingOrder(TenantId tenant, HotlineNumber number, Duration retention) {}
