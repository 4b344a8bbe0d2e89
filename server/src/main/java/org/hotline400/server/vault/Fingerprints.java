package org.hotline400.server.vault;

/// Finds equal secrets without storing them: HMAC-SHA-256 (RFC 2104) under a key that is derived from the master key
/// and outlives its rotation.
public interface Fingerprints {

    /// @param purpose keeps the fingerprints of different things apart: `identity document`
    /// @param text normalised by the caller
    /// @return 32 bytes
    byte[] of(String purpose, String text);
}
