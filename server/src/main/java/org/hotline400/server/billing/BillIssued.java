package org.hotline400.server.billing;

import java.time.Instant;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// A bill was issued.
public record BillIssued(BillId bill, TenantId tenant, String number, Money total, Instant at) {}
