package org.hotline400.server.identity;

/// A key just made.
///
/// @param token `h4_` and 64 hexadecimal digits; shown once, stored nowhere
public record IssuedApiKey(ApiKey key, String token) {
    @Override
    public String toString() {
        return "IssuedApiKey[" + key.id() + "]";
    }
}
