package org.hotline400.server.kernel;

import java.util.regex.Pattern;

/// A 400 number: exactly ten digits starting with 400. Stored as `4008888888`, shown as `400-888-8888`.
public record HotlineNumber(String digits) {
    private static final Pattern FORM = Pattern.compile("400[0-9]{7}");

    public HotlineNumber {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    "a 400 number has exactly ten digits and starts with 400, such as 4008888888; was \"" + digits
                            + "\"");
        }
    }

    /// Reads a number as people write it: blanks and hyphens are dropped.
    public static HotlineNumber parse(String text) {
        return new HotlineNumber(text.replaceAll("[\\s-]", ""));
    }

    public String display() {
        return digits.substring(0, 3) + "-" + digits.substring(3, 6) + "-" + digits.substring(6);
    }

    @Override
    public String toString() {
        return digits;
    }
}
