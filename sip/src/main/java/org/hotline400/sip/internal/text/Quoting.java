package org.hotline400.sip.internal.text;

import java.util.BitSet;

/// Quoted strings (RFC 3261 §25.1).
public final class Quoting {

    /// Characters of a token, with those that stand in host parameters too.
    static final BitSet TOKEN = token();

    private Quoting() {}

    private static BitSet token() {
        var set = (BitSet) Escapes.USER.clone();
        "&=$,()/".chars().forEach(set::clear);
        "%`[]:@".chars().forEach(set::set);
        return set;
    }

    /// The first `wanted` at or after `from` that stands outside quotes; -1 when there is none.
    public static int indexOf(String text, char wanted, int from) {
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\') {
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == wanted) {
                return i;
            }
        }
        return -1;
    }

    /// Takes quotes and backslashes off; text without quotes is returned as it is.
    public static String unquote(String text) {
        if (text.isEmpty() || text.charAt(0) != '"') {
            return text;
        }
        if (text.length() < 2 || text.charAt(text.length() - 1) != '"') {
            throw new IllegalArgumentException("the quoted string lacks its closing quote: " + text);
        }
        if (text.indexOf('\\') < 0) {
            return text.substring(1, text.length() - 1);
        }
        var out = new StringBuilder(text.length());
        for (int i = 1; i < text.length() - 1; i++) {
            char c = text.charAt(i);
            if (c == '\\' && i + 1 < text.length() - 1) {
                c = text.charAt(++i);
            }
            out.append(c);
        }
        return out.toString();
    }

    /// In quotes; line breaks and other control characters become blanks, so that none can end the header.
    public static void quote(StringBuilder out, String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\');
            }
            out.append(c < ' ' || c == 127 ? ' ' : c);
        }
        out.append('"');
    }

    static void quoteIfNeeded(StringBuilder out, String text) {
        if (Escapes.holdsOnly(text, TOKEN)) {
            out.append(text);
        } else {
            quote(out, text);
        }
    }
}
