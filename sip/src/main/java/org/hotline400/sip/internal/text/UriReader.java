package org.hotline400.sip.internal.text;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hotline400.sip.SipUri;

/// Reads SIP and tel URIs (RFC 3261 §25.1, RFC 3966 §3).
public final class UriReader {

    private UriReader() {}

    public static SipUri read(String text) {
        requireVisible(text);
        int colon = text.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("a URI begins with its scheme, such as sip: — was '" + text + "'");
        }
        String scheme = text.substring(0, colon).toLowerCase(Locale.ROOT);
        String rest = text.substring(colon + 1);
        return switch (scheme) {
            case "sip", "sips" -> sip(scheme, rest);
            case "tel" -> tel(rest);
            default -> throw new IllegalArgumentException("the scheme must be sip, sips or tel, was '" + scheme + "'");
        };
    }

    private static void requireVisible(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c <= ' ' || c == 127 || c == '<' || c == '>' || c == '"') {
                throw new IllegalArgumentException("a URI cannot hold a blank, control character, quote or bracket");
            }
        }
    }

    private static SipUri sip(String scheme, String rest) {
        int at = rest.indexOf('@');
        Optional<String> user = Optional.empty();
        if (at >= 0) {
            String info = rest.substring(0, at);
            int password = info.indexOf(':');
            if (at == 0 || password == 0) {
                throw new IllegalArgumentException("there is no user before the @");
            }
            user = Optional.of(Escapes.unescape(password < 0 ? info : info.substring(0, password)));
        }
        String place = rest.substring(at + 1);
        int query = place.indexOf('?');
        if (query >= 0) {
            place = place.substring(0, query);
        }
        int semicolon = place.indexOf(';');
        String hostPort = semicolon < 0 ? place : place.substring(0, semicolon);
        int colon = portColon(hostPort);
        String host = colon < 0 ? hostPort : hostPort.substring(0, colon);
        int port = colon < 0 ? -1 : port(hostPort.substring(colon + 1));
        return new SipUri(scheme, user, host, port, parameters(semicolon < 0 ? "" : place.substring(semicolon)));
    }

    private static SipUri tel(String rest) {
        int semicolon = rest.indexOf(';');
        String number = semicolon < 0 ? rest : rest.substring(0, semicolon);
        if (number.isEmpty() || !number.chars().allMatch(c -> "+-.()*#".indexOf(c) >= 0 || isHexDigit(c))) {
            throw new IllegalArgumentException("'" + number + "' is no telephone number");
        }
        var parameters = parameters(semicolon < 0 ? "" : rest.substring(semicolon));
        return new SipUri("tel", Optional.of(number), "", -1, parameters);
    }

    private static boolean isHexDigit(int c) {
        return Character.digit(c, 16) >= 0 && c < 128;
    }

    private static Map<String, String> parameters(String text) {
        if (text.isEmpty()) {
            return Map.of();
        }
        var parameters = new LinkedHashMap<String, String>();
        for (int start = 0; start < text.length(); ) {
            int end = text.indexOf(';', start + 1);
            end = end < 0 ? text.length() : end;
            String one = text.substring(start + 1, end);
            int equals = one.indexOf('=');
            String name = Escapes.unescape(equals < 0 ? one : one.substring(0, equals));
            if (!name.isEmpty()) {
                String value = equals < 0 ? "" : Escapes.unescape(one.substring(equals + 1));
                parameters.putIfAbsent(name.toLowerCase(Locale.ROOT), value);
            }
            start = end;
        }
        return parameters;
    }

    /// Where the port's colon stands in `host:port` or `[v6]:port`; -1 when there is no port.
    public static int portColon(String hostPort) {
        int bracket = hostPort.lastIndexOf(']');
        return hostPort.indexOf(':', Math.max(bracket, 0));
    }

    /// A port number 1..65535.
    public static int port(String digits) {
        int port = digits.length() > 5 ? 0 : number(digits);
        if (port < 1 || port > 65_535) {
            throw new IllegalArgumentException("the port must be 1..65535, was '" + digits + "'");
        }
        return port;
    }

    /// The number these digits make; 0 when something else is among them.
    private static int number(String digits) {
        int number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return 0;
            }
            number = number * 10 + c - '0';
        }
        return number;
    }

    /// Whether this can be a host name, an IPv4 address or a bracketed IPv6 address.
    public static boolean isHost(String host) {
        if (host.startsWith("[")) {
            return host.endsWith("]") && isIpv6(host.substring(1, host.length() - 1));
        }
        if (host.isEmpty() || host.length() > 255) {
            return false;
        }
        for (int i = 0; i < host.length(); i++) {
            char c = host.charAt(i);
            if (!isAsciiLetterOrDigit(c) && c != '.' && c != '-' && c != '_') {
                return false;
            }
        }
        return true;
    }

    private static boolean isIpv6(String literal) {
        if (literal.length() > 45 || literal.indexOf(':') < 0 || literal.indexOf('%') >= 0) {
            return false;
        }
        try {
            InetAddress.ofLiteral(literal);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static boolean isAsciiLetterOrDigit(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
