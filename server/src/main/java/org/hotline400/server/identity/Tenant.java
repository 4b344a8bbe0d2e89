package org.hotline400.server.identity;

import java.time.Instant;
import org.hotline400.server.kernel.TenantId;

/// An enterprise, or the operator.
public record Tenant(TenantId id, String name, Instant createdAt) {}
