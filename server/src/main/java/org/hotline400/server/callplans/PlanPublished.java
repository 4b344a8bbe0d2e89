package org.hotline400.server.callplans;

import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A version of a number's plan was published, in the same transaction as this event.
public record PlanPublished(TenantId tenant, HotlineNumber number, int version) {}
