package org.hotline400.server.notifications.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// `t=1764144000,v1=…`: HMAC-SHA256 of `t.body` in hexadecimal, the key being the secret's text; one `v1` for
/// each secret that holds now.
final class Signature {
    private static final String ALGORITHM = "HmacSHA256";

    private Signature() {}

    static String of(String body, List<String> secrets, Instant now) {
        var seconds = now.getEpochSecond();
        return "t=" + seconds
                + secrets.stream()
                        .map(secret -> ",v1=" + mac(secret, seconds + "." + body))
                        .collect(Collectors.joining());
    }

    private static String mac(String secret, String text) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
