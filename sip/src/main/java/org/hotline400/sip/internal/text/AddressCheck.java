package org.hotline400.sip.internal.text;

/// Whether a header value is a name-addr or addr-spec with parameters, of whatever URI scheme (RFC 3261 §20.10,
/// §25.1).
///
/// Strict where two readings are possible, as RFC 4475 §3.1.2 asks: an unquoted name with a comma, a URI with
/// `?` or `,` outside angle brackets, an empty parameter. Liberal where only one is: blanks inside the
/// brackets, names in any script without quotes, one semicolon too many at the end.
public final class AddressCheck {

    private AddressCheck() {}

    public static boolean isAddress(String value) {
        int open = Quoting.indexOf(value, '<', 0);
        if (open < 0) {
            int semicolon = value.indexOf(';');
            String uri = semicolon < 0 ? value : value.substring(0, semicolon);
            return isPlainUri(uri.strip()) && areParameters(semicolon < 0 ? "" : value.substring(semicolon));
        }
        int close = value.indexOf('>', open);
        return close > 0
                && isDisplayName(value.substring(0, open).strip())
                && isUri(value.substring(open + 1, close).strip())
                && areParameters(value.substring(close + 1).strip());
    }

    private static boolean isDisplayName(String name) {
        if (name.startsWith("\"")) {
            return closingQuote(name) == name.length() - 1;
        }
        return name.indexOf('"') < 0 && name.indexOf(',') < 0;
    }

    private static int closingQuote(String name) {
        for (int i = 1; i < name.length(); i++) {
            char c = name.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '"') {
                return i;
            }
        }
        return -1;
    }

    private static boolean isPlainUri(String uri) {
        return isUri(uri) && uri.indexOf('?') < 0 && uri.indexOf(',') < 0;
    }

    /// Whether this reads `scheme:something` without blanks, quotes or brackets.
    public static boolean isUri(String uri) {
        int colon = uri.indexOf(':');
        if (colon < 1 || colon == uri.length() - 1 || !isScheme(uri, colon)) {
            return false;
        }
        for (int i = colon; i < uri.length(); i++) {
            char c = uri.charAt(i);
            if (c <= ' ' || c == 127 || c == '<' || c == '"') {
                return false;
            }
        }
        return true;
    }

    private static boolean isScheme(String uri, int colon) {
        for (int i = 0; i < colon; i++) {
            int c = uri.charAt(i) | 0x20;
            boolean letter = c >= 'a' && c <= 'z';
            if (!letter && (i == 0 || "0123456789+-.".indexOf(uri.charAt(i)) < 0)) {
                return false;
            }
        }
        return true;
    }

    /// Whether text is empty or reads `;name=value;name…`: quotes closed, nothing before the first semicolon
    /// and something between any two.
    public static boolean areParameters(String text) {
        int start = Quoting.indexOf(text, ';', 0);
        if (start < 0) {
            return text.isBlank();
        }
        if (!text.substring(0, start).isBlank()) {
            return false;
        }
        while (true) {
            int end = Quoting.indexOf(text, ';', start + 1);
            if (end < 0) {
                return hasClosedQuotes(text.substring(start));
            }
            if (text.substring(start + 1, end).isBlank()) {
                return false;
            }
            start = end;
        }
    }

    private static boolean hasClosedQuotes(String text) {
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            }
        }
        return !quoted;
    }
}
