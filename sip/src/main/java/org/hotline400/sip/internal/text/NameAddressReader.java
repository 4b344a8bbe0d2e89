package org.hotline400.sip.internal.text;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.hotline400.sip.NameAddress;
import org.hotline400.sip.SipUri;

/// Reads and writes name-addr and addr-spec with header parameters (RFC 3261 §25.1).
public final class NameAddressReader {

    private NameAddressReader() {}

    public static NameAddress read(String source) {
        String text = source.strip();
        int open = Quoting.indexOf(text, '<', 0);
        if (open < 0) {
            int semicolon = text.indexOf(';');
            String uri = semicolon < 0 ? text : text.substring(0, semicolon).strip();
            return new NameAddress("", SipUri.parse(uri), parameters(semicolon < 0 ? "" : text.substring(semicolon)));
        }
        int close = text.indexOf('>', open);
        if (close < 0) {
            throw new IllegalArgumentException("the address lacks its closing '>': " + text);
        }
        String name = Quoting.unquote(text.substring(0, open).strip());
        SipUri uri = SipUri.parse(text.substring(open + 1, close).strip());
        return new NameAddress(name, uri, parameters(text.substring(close + 1)));
    }

    /// `;name=value;name="quoted value"` as a map with lower-case names.
    public static Map<String, String> parameters(String text) {
        if (text.isBlank()) {
            return Map.of();
        }
        var parameters = new LinkedHashMap<String, String>();
        int start = Quoting.indexOf(text, ';', 0);
        while (start >= 0) {
            int end = Quoting.indexOf(text, ';', start + 1);
            String one = text.substring(start + 1, end < 0 ? text.length() : end);
            int equals = one.indexOf('=');
            String name = (equals < 0 ? one : one.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty()) {
                String value = equals < 0
                        ? ""
                        : Quoting.unquote(one.substring(equals + 1).strip());
                parameters.putIfAbsent(name, value);
            }
            start = end;
        }
        return parameters;
    }

    public static String write(NameAddress address) {
        var out = new StringBuilder(64);
        if (!address.displayName().isEmpty()) {
            Quoting.quote(out, address.displayName());
            out.append(' ');
        }
        out.append('<').append(address.uri()).append('>');
        address.parameters().forEach((name, value) -> {
            Escapes.escape(out.append(';'), name, Quoting.TOKEN);
            if (!value.isEmpty()) {
                out.append('=');
                Quoting.quoteIfNeeded(out, value);
            }
        });
        return out.toString();
    }
}
