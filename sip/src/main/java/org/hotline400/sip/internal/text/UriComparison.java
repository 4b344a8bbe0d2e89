package org.hotline400.sip.internal.text;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotline400.sip.SipUri;

/// Whether two URIs mean the same (RFC 3261 §19.1.4, RFC 3966 §5).
public final class UriComparison {

    /// Parameters that count as different when only one of the two URIs has them.
    private static final List<String> NEVER_IGNORED = List.of("user", "ttl", "method", "maddr", "transport");

    private UriComparison() {}

    public static boolean same(SipUri one, SipUri other) {
        if (!one.scheme().equals(other.scheme())) {
            return false;
        }
        return one.scheme().equals("tel") ? sameNumber(one, other) : sameAddress(one, other);
    }

    /// User parts differ by case, hosts do not; an absent port is another port than 5060.
    private static boolean sameAddress(SipUri one, SipUri other) {
        return one.user().equals(other.user())
                && one.port() == other.port()
                && sameHost(one.host(), other.host())
                && NEVER_IGNORED.stream()
                        .allMatch(name -> one.parameters().containsKey(name)
                                == other.parameters().containsKey(name))
                && agree(one.parameters(), other.parameters());
    }

    /// Parameters that both have must have the same value; others that only one has are ignored.
    private static boolean agree(Map<String, String> some, Map<String, String> others) {
        return some.entrySet().stream().allMatch(entry -> {
            String value = others.get(entry.getKey());
            return value == null || value.equalsIgnoreCase(entry.getValue());
        });
    }

    private static boolean sameHost(String one, String other) {
        if (one.equalsIgnoreCase(other)) {
            return true;
        }
        return one.startsWith("[")
                && other.startsWith("[")
                && InetAddress.ofLiteral(inner(one)).equals(InetAddress.ofLiteral(inner(other)));
    }

    private static String inner(String bracketed) {
        return bracketed.substring(1, bracketed.length() - 1);
    }

    /// Numbers are the same without their visual separators; of the parameters none is ignored.
    private static boolean sameNumber(SipUri one, SipUri other) {
        return digits(one).equals(digits(other))
                && one.parameters().keySet().equals(other.parameters().keySet())
                && agree(one.parameters(), other.parameters());
    }

    private static String digits(SipUri tel) {
        String number = tel.user().orElse("");
        var digits = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            if ("-.()".indexOf(number.charAt(i)) < 0) {
                digits.append(number.charAt(i));
            }
        }
        return digits.toString().toLowerCase(Locale.ROOT);
    }
}
