package org.hotline400.server.charging;

import java.time.Instant;
import org.hotline400.server.kernel.TenantId;

/// A customer whose numbers were suspended for arrears can pay again: they are back in service.
public record FundsRestored(TenantId tenant, Instant at) {}
