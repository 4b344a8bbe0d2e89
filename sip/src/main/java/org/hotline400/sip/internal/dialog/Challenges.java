package org.hotline400.sip.internal.dialog;

import org.hotline400.sip.internal.digest.DigestFields;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireResponse;

/// Reading challenges.
final class Challenges {

    private Challenges() {}

    /// Whether the peer says that only the nonce was too old (RFC 7616 §3.3).
    static boolean isStale(WireResponse response) {
        var id = response.status() == 407 ? HeaderId.PROXY_AUTHENTICATE : HeaderId.WWW_AUTHENTICATE;
        return response.all(id).stream()
                .flatMap(value -> DigestFields.parse(value).stream())
                .anyMatch(fields -> fields.get("stale").equalsIgnoreCase("true"));
    }
}
