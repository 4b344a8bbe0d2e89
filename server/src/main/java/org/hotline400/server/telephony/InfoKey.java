package org.hotline400.server.telephony;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Keys that older equipment sends in SIP INFO: `application/dtmf-relay` (`Signal=5`) or `application/dtmf` (`5`).
final class InfoKey {
    private static final Pattern RELAY = Pattern.compile("(?im)^\\s*Signal\\s*=\\s*([0-9A-D*#])\\s*$");
    private static final Pattern PLAIN = Pattern.compile("\\s*([0-9A-Da-d*#])\\s*");

    private InfoKey() {}

    static Optional<Character> read(String contentType, String body) {
        var type = contentType.toLowerCase(Locale.ROOT);
        var matcher = type.startsWith("application/dtmf-relay")
                ? RELAY.matcher(body)
                : PLAIN.matcher(type.startsWith("application/dtmf") ? body : "");
        var found = type.startsWith("application/dtmf-relay") ? matcher.find() : matcher.matches();
        return found ? Optional.of(Character.toUpperCase(matcher.group(1).charAt(0))) : Optional.empty();
    }
}
