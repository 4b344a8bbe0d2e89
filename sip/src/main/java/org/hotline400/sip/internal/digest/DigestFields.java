package org.hotline400.sip.internal.digest;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.hotline400.sip.internal.text.Quoting;

/// The fields of a challenge or of credentials: `Digest realm="…", nonce="…"`.
public record DigestFields(Map<String, String> fields) {

    /// @return empty when the scheme is not Digest
    public static Optional<DigestFields> parse(String value) {
        String text = value.strip();
        if (!text.regionMatches(true, 0, "Digest", 0, 6) || text.length() < 7 || text.charAt(6) > ' ') {
            return Optional.empty();
        }
        var fields = new LinkedHashMap<String, String>();
        String rest = text.substring(7);
        for (int start = 0; start <= rest.length(); ) {
            int end = Quoting.indexOf(rest, ',', start);
            end = end < 0 ? rest.length() : end;
            String field = rest.substring(start, end).strip();
            int equals = field.indexOf('=');
            if (equals > 0) {
                String name = field.substring(0, equals).strip().toLowerCase(Locale.ROOT);
                fields.putIfAbsent(name, unquoted(field.substring(equals + 1).strip()));
            }
            start = end + 1;
        }
        return Optional.of(new DigestFields(fields));
    }

    private static String unquoted(String text) {
        return text.startsWith("\"") && (text.length() < 2 || !text.endsWith("\"")) ? "" : Quoting.unquote(text);
    }

    /// The field's value; the empty string when absent.
    public String get(String name) {
        return fields.getOrDefault(name, "");
    }
}
