package org.hotline400.sip.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// What the trace reads from raw messages.
public final class CallIds {

    private static final String MASK = "********";

    private CallIds() {}

    /// The Call-ID of a message; empty when there is none.
    public static String find(byte[] bytes) {
        for (int start = 0; start < bytes.length; ) {
            int end = start;
            while (end < bytes.length && bytes[end] != '\n') {
                end++;
            }
            if (end - start <= 1) {
                return "";
            }
            int letter = bytes[start] | 0x20;
            int colon = letter == 'c' || letter == 'i' ? colon(bytes, start, end) : -1;
            if (colon > 0 && HeaderId.of(bytes, start, nameEnd(bytes, start, colon)) == HeaderId.CALL_ID) {
                return new String(bytes, colon + 1, end - colon - 1, StandardCharsets.UTF_8).strip();
            }
            start = end + 1;
        }
        return "";
    }

    private static int colon(byte[] bytes, int start, int end) {
        for (int i = start; i < end; i++) {
            if (bytes[i] == ':') {
                return i;
            }
        }
        return -1;
    }

    private static int nameEnd(byte[] bytes, int start, int colon) {
        int end = colon;
        while (end > start + 1 && Ascii.isBlank(bytes[end - 1])) {
            end--;
        }
        return end;
    }

    /// Whether a message that we send makes a call of ours of it: our INVITE, or a response to one that says that the
    /// application lets it in (101–299).
    public static boolean letsCallIn(byte[] bytes) {
        if (startsWith(bytes, "INVITE ")) {
            return true;
        }
        boolean welcome =
                startsWith(bytes, "SIP/2.0 2") || (startsWith(bytes, "SIP/2.0 1") && !startsWith(bytes, "SIP/2.0 100"));
        return welcome && new String(bytes, StandardCharsets.UTF_8).contains(" INVITE\r\n");
    }

    private static boolean startsWith(byte[] bytes, String beginning) {
        if (bytes.length < beginning.length()) {
            return false;
        }
        for (int i = 0; i < beginning.length(); i++) {
            if (bytes[i] != beginning.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /// The message as text; the values of Authorization and Proxy-Authorization are masked, and the keys in an
    /// INFO, which may be a PIN.
    public static String masked(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.UTF_8);
        var out = new StringBuilder(text.length());
        boolean secret = false;
        boolean body = false;
        boolean keys = false;
        for (String line : text.split("(?<=\n)", -1)) {
            body |= line.isBlank();
            boolean folded = line.startsWith(" ") || line.startsWith("\t");
            secret = !body && (folded ? secret : isSecret(line));
            keys |= !body && isKeys(line);
            if (body && keys) {
                out.append(maskedKeys(line));
            } else if (!secret) {
                out.append(line);
            } else if (!folded) {
                out.append(line, 0, line.indexOf(':') + 1)
                        .append(' ')
                        .append(MASK)
                        .append("\r\n");
            }
        }
        return out.toString();
    }

    private static boolean isKeys(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip();
        return (name.equalsIgnoreCase("Content-Type") || name.equalsIgnoreCase("c"))
                && line.toLowerCase(Locale.ROOT).contains("application/dtmf");
    }

    /// `Signal=5` of dtmf-relay, or the bare key of application/dtmf.
    private static String maskedKeys(String line) {
        int equals = line.indexOf('=');
        boolean duration = line.regionMatches(true, 0, "Duration", 0, 8);
        if (line.isBlank() || duration) {
            return line;
        }
        return (equals < 0 ? "" : line.substring(0, equals + 1)) + "*\r\n";
    }

    private static boolean isSecret(String line) {
        int colon = line.indexOf(':');
        String name = colon < 0 ? "" : line.substring(0, colon).strip();
        return name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Proxy-Authorization");
    }
}
