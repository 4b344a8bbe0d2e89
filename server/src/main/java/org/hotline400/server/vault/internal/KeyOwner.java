package org.hotline400.server.vault.internal;

import org.hotline400.server.kernel.TenantId;

/// Whose a data key is.
sealed interface KeyOwner {
    record OfTenant(TenantId tenant) implements KeyOwner {}

    record OfPlatform(Purpose purpose) implements KeyOwner {}
}
