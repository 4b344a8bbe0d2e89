package org.hotline400.sip.internal.digest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// The digest algorithms we speak, best last.
public enum DigestAlgorithm {
    MD5("MD5", "MD5"),
    SHA_256("SHA-256", "SHA-256"),
    SHA_512_256("SHA-512-256", "SHA-512/256");

    private final String token;
    private final String jdkName;

    DigestAlgorithm(String token, String jdkName) {
        this.token = token;
        this.jdkName = jdkName;
    }

    /// As it stands in the header (RFC 7616 §6.1).
    public String token() {
        return token;
    }

    /// The algorithm of a header; absent means MD5 (RFC 7616 §3.3).
    public static Optional<DigestAlgorithm> of(String token) {
        if (token.isEmpty()) {
            return Optional.of(MD5);
        }
        for (DigestAlgorithm algorithm : values()) {
            if (algorithm.token.equalsIgnoreCase(token)) {
                return Optional.of(algorithm);
            }
        }
        return Optional.empty();
    }

    String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance(jdkName).digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has " + token, e);
        }
    }

    /// The response value without qop (RFC 2617 §3.2.2.1).
    public String response(String user, String realm, String password, String nonce, String method, String uri) {
        return hash(hash(user + ':' + realm + ':' + password) + ':' + nonce + ':' + hash(method + ':' + uri));
    }

    /// The response value with qop=auth (RFC 7616 §3.4.1).
    ///
    /// @param counted `nonce:nc:cnonce:qop` as they stand in the header
    public String countedResponse(
            String user, String realm, String password, String counted, String method, String uri) {
        return hash(hash(user + ':' + realm + ':' + password) + ':' + counted + ':' + hash(method + ':' + uri));
    }
}
