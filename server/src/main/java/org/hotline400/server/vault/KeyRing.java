package org.hotline400.server.vault;

import java.security.GeneralSecurityException;
import java.util.UUID;
import javax.crypto.SecretKey;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.cipher.WrappedKey;

/// The keys at hand, in memory, for those who seal files of their own format and must not depend on the
/// database:
/// each file has a key of its own, wrapped by its tenant's key, or by one of the platform while the tenant's is
/// not
/// known yet.
public interface KeyRing {

    /// The id of the key that wraps for this tenant now. A tenant without a key is remembered for [MissedKeys].
    UUID wrapperFor(TenantId tenant);

    /// Wraps a file's key.
    ///
    /// @param context what the wrapped key is bound to
    WrappedKey wrap(UUID wrapper, byte[] context, byte[] key) throws UnknownKeyException;

    /// Unwraps what [#wrap] made, under the newest key or an older one.
    ///
    /// @throws UnknownKeyException when the wrapping key is not at hand; it may be a moment later
    /// @throws GeneralSecurityException when it was changed since, or the context is another
    SecretKey unwrap(WrappedKey wrapped, byte[] context) throws UnknownKeyException, GeneralSecurityException;
}
