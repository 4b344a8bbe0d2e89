package org.hotline400.server.callplans;

import java.util.regex.Pattern;

/// The name of a step within its plan: lower-case words joined by hyphens, such as `region-menu`.
public record StepName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public StepName {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a step name is lower-case words joined by hyphens, at most 64 characters, such as"
                            + " \"region-menu\"; was \"" + value + "\"");
        }
    }

    static boolean isValid(String text) {
        return text.length() <= 64 && FORM.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
