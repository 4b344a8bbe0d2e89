package org.hotline400.server.charging;

import java.time.Instant;
import org.hotline400.server.kernel.TenantId;

/// A customer has nothing left to pay calls with: his numbers are suspended for arrears.
public record FundsExhausted(TenantId tenant, Instant at) {}
