package org.hotline400.server.charging;

import java.time.Instant;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// Money came to a customer's account: published by whoever posted it, in that transaction.
public record FundsAdded(TenantId tenant, Money amount, Instant at) {}
