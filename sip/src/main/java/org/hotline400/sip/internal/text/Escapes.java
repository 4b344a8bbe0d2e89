package org.hotline400.sip.internal.text;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;

/// Percent escapes of URIs (RFC 3261 §25.1, "escaped").
public final class Escapes {

    /// What a user part may hold unescaped. RFC 3261 also lets `;` and `?` stand there; escaped they cannot
    /// mislead.
    public static final BitSet USER = allowed("-_.!~*'()&=+$,/");

    /// What a URI parameter may hold unescaped.
    public static final BitSet PARAMETER = allowed("-_.!~*'()[]/:&+$");

    private static final String HEX = "0123456789ABCDEF";

    private Escapes() {}

    private static BitSet allowed(String marks) {
        var set = new BitSet(128);
        set.set('0', '9' + 1);
        set.set('a', 'z' + 1);
        set.set('A', 'Z' + 1);
        marks.chars().forEach(set::set);
        return set;
    }

    public static void escape(StringBuilder out, String text, BitSet allowed) {
        if (holdsOnly(text, allowed)) {
            out.append(text);
            return;
        }
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && allowed.get(b)) {
                out.append((char) b);
            } else {
                out.append('%').append(HEX.charAt((b >> 4) & 15)).append(HEX.charAt(b & 15));
            }
        }
    }

    static boolean holdsOnly(String text, BitSet allowed) {
        for (int i = 0; i < text.length(); i++) {
            if (!allowed.get(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    public static String unescape(String text) {
        if (text.indexOf('%') < 0) {
            return text;
        }
        var out = new ByteArrayOutputStream(text.length());
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != '%') {
                out.write(bytes[i]);
                continue;
            }
            if (i + 2 >= bytes.length || hex(bytes[i + 1]) < 0 || hex(bytes[i + 2]) < 0) {
                throw new IllegalArgumentException("a % must be followed by two hexadecimal digits: " + text);
            }
            out.write(hex(bytes[i + 1]) * 16 + hex(bytes[i + 2]));
            i += 2;
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    private static int hex(byte digit) {
        return Character.digit((char) digit, 16);
    }
}
