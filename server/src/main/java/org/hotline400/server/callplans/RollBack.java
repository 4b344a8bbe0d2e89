package org.hotline400.server.callplans;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// The wish to let an old version lead calls again.
///
/// @param version the one to come back, as a new version
/// @param bounds what the author may ask for
/// @param author who
/// @param note why; at most 500 characters
public record RollBack(
        TenantId tenant, HotlineNumber number, int version, PlanBounds bounds, String author, String note) {}
