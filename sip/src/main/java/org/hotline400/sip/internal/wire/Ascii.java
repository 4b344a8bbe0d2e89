package org.hotline400.sip.internal.wire;

/// Looking at bytes as ASCII.
final class Ascii {

    private Ascii() {}

    static boolean equalsIgnoringCase(byte[] bytes, int start, int end, String text) {
        if (end - start != text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (lower(bytes[start + i]) != lower((byte) text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static int lower(byte b) {
        return b >= 'A' && b <= 'Z' ? b + 32 : b;
    }

    static boolean isBlank(byte b) {
        return b == ' ' || b == '\t';
    }

    static boolean isBlankOrBreak(byte b) {
        return isBlank(b) || b == '\r' || b == '\n';
    }

    /// RFC 3261 §25.1 "token".
    static boolean isToken(byte b) {
        return (b >= '0' && b <= '9')
                || (b >= 'a' && b <= 'z')
                || (b >= 'A' && b <= 'Z')
                || "-.!%*_+`'~".indexOf(b) >= 0;
    }
}
