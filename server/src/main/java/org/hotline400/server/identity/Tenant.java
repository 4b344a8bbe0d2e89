package org.hotline400.server.identity;

import java.time.Instant;
import org.hotline400.server.kernel.TenantId;

/// An enterprise, a reseller, or the operator.
public record Tenant(TenantId id, TenantKind kind, String name, Instant createdAt) {}
