package org.hotline400.server.vault;

import org.hotline400.server.kernel.TenantId;

/// Keeps a tenant's personal fields unreadable in the database: AES-256-GCM under the tenant's data key. The sealed
/// bytes name their key, so that they can be opened after a rotation.
public interface TenantSeal {

    /// Seals bytes; twice the same gives different ones.
    ///
    /// @param context where they belong, such as `application 0198…`: they open nowhere else
    byte[] close(TenantId tenant, byte[] clear, String context);

    /// Opens what [#close] made.
    ///
    /// @throws IllegalStateException when it was sealed for another tenant or context, under a key that is not
    ///     here, or changed since
    byte[] open(TenantId tenant, byte[] sealed, String context);
}
