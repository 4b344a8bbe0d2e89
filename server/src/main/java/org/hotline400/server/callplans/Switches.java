package org.hotline400.server.callplans;

import java.time.Instant;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// What people turn on and off beside a number's plan, as live calls see it: from memory, at most a second old.
@FunctionalInterface
public interface Switches {

    /// Whether the number is closed at this moment, whatever its hours say.
    boolean closedToday(TenantId tenant, HotlineNumber number, Instant moment);
}
