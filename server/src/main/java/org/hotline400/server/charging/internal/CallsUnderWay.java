package org.hotline400.server.charging.internal;

import java.time.Instant;
import java.util.List;
import org.hotline400.server.charging.LiveCharges;
import org.hotline400.server.kernel.TenantId;

/// The charged calls that are going on on this node, for who looks.
public interface CallsUnderWay {

    int count(TenantId tenant);

    List<LiveCharges.Running> running(TenantId tenant, Instant now);
}
