package org.hotline400.server.lists;

import java.util.regex.Pattern;

/// A PIN in clear, on its way to becoming a [PinHash].
///
/// @param digits 4 to 12
public record Pin(String digits) {
    private static final Pattern FORM = Pattern.compile("[0-9]{4,12}");

    public Pin {
        if (!FORM.matcher(digits).matches()) {
            throw new IllegalArgumentException("a PIN has 4 to 12 digits");
        }
    }

    @Override
    public String toString() {
        return "Pin[…]";
    }
}
