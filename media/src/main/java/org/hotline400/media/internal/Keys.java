package org.hotline400.media.internal;

import java.util.Locale;

/// The sixteen keys: their event codes (RFC 4733 §3.2) and tone pairs (ITU-T Q.23).
final class Keys {
    private static final String BY_CODE = "0123456789*#ABCD";
    private static final String[] ROWS = {"123A", "456B", "789C", "*0#D"};
    private static final int[] LOW = {697, 770, 852, 941};
    private static final int[] HIGH = {1209, 1336, 1477, 1633};
    private static final double AMPLITUDE = 6000;

    private Keys() {}

    /// @return the keys in capital letters
    static String check(String keys) {
        String upper = keys.toUpperCase(Locale.ROOT);
        for (int i = 0; i < upper.length(); i++) {
            if (BY_CODE.indexOf(upper.charAt(i)) < 0) {
                throw new IllegalArgumentException("keys are 0-9, *, # and A-D; was \"" + keys + "\"");
            }
        }
        return upper;
    }

    static int code(char key) {
        return BY_CODE.indexOf(key);
    }

    /// @return the key, or 0 when the event is no key
    static char key(int code) {
        return code >= 0 && code < BY_CODE.length() ? BY_CODE.charAt(code) : 0;
    }

    static char key(int row, int column) {
        return ROWS[row].charAt(column);
    }

    static int low(int row) {
        return LOW[row];
    }

    static int high(int column) {
        return HIGH[column];
    }

    /// Fills a frame with a key's tone pair, or with silence.
    static void tone(char key, boolean on, int from, short[] frame) {
        int row = 0;
        while (ROWS[row].indexOf(key) < 0) {
            row++;
        }
        int column = ROWS[row].indexOf(key);
        for (int i = 0; i < frame.length; i++) {
            double angle = 2 * Math.PI * (from + i) / 8000;
            double level = AMPLITUDE * (Math.sin(LOW[row] * angle) + Math.sin(HIGH[column] * angle));
            frame[i] = on ? (short) Math.round(level) : 0;
        }
    }
}
