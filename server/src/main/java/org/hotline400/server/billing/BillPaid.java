package org.hotline400.server.billing;

import java.time.Instant;
import org.hotline400.server.kernel.TenantId;

/// A bill is paid in full.
public record BillPaid(BillId bill, TenantId tenant, String number, Instant at) {}
