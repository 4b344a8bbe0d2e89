package org.hotline400.server.limits.internal;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// What counted calls pass through: a number, or one target of a number.
///
/// @param target as the plan names it; empty for the number itself
public record Gate(TenantId tenant, HotlineNumber number, String target) {

    public static Gate of(TenantId tenant, HotlineNumber number) {
        return new Gate(tenant, number, "");
    }
}
