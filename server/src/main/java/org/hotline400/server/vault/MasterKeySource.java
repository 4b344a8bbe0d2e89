package org.hotline400.server.vault;

/// The key above all others, where it is kept: a file or the environment (built in), or a key management
/// service
/// that never hands it out. It wraps data keys and does nothing else. One object is one key: after a rotation
/// there
/// is another.
///
/// Asked at the start, when a tenant's first data key is made and when somebody rotates: never in a call.
/// Whoever
/// writes one answers or fails within seconds; after ten the vault goes on as if it had failed with
/// [MasterKeyException.Unavailable].
public interface MasterKeySource {

    /// Tells this key from others, for good: a name, an ARN. It is stored beside each key that it wrapped.
    ///
    /// @return 1 to 200 characters
    String id();

    /// Where it is kept, for people: `the file keys/master.key`. Never the key.
    String place();

    /// Wraps a data key.
    ///
    /// @param key 32 bytes
    /// @param context what the wrapped key is bound to (a KMS calls it the encryption context)
    /// @return at most 4,096 bytes
    /// @throws MasterKeyException when it cannot
    byte[] wrap(byte[] key, String context);

    /// Unwraps what [#wrap] made, with the same context.
    ///
    /// @throws MasterKeyException when it cannot
    byte[] unwrap(byte[] wrapped, String context);
}
