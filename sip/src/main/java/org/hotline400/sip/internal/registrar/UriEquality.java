package org.hotline400.sip.internal.registrar;

import java.util.List;
import java.util.Map;
import org.hotline400.sip.SipUri;

/// Whether two URIs name the same (RFC 3261 §19.1.4): the user with case, the host without, and those parameters
/// alike that change where a request goes.
final class UriEquality {

    private static final List<String> DECISIVE = List.of("transport", "user", "ttl", "method", "maddr");

    private UriEquality() {}

    static boolean same(SipUri one, SipUri other) {
        return one.scheme().equals(other.scheme())
                && one.user().equals(other.user())
                && one.host().equalsIgnoreCase(other.host())
                && one.port() == other.port()
                && alike(one.parameters(), other.parameters());
    }

    private static boolean alike(Map<String, String> one, Map<String, String> other) {
        boolean decisive = DECISIVE.stream()
                .allMatch(name -> one.getOrDefault(name, "").equalsIgnoreCase(other.getOrDefault(name, "")));
        return decisive
                && one.entrySet().stream()
                        .allMatch(entry -> !other.containsKey(entry.getKey())
                                || entry.getValue().equalsIgnoreCase(other.get(entry.getKey())));
    }
}
