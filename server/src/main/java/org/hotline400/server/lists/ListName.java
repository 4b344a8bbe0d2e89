package org.hotline400.server.lists;

import java.util.regex.Pattern;

/// The name of a list within its enterprise, as plans write it: lower-case words joined by hyphens, such as
/// `gold-customers`.
public record ListName(String value) implements Comparable<ListName> {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST = 64;

    public ListName {
        if (value.length() > LONGEST || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a list's name is lower-case words joined by hyphens, at most 64 characters, such as gold-customers");
        }
    }

    @Override
    public int compareTo(ListName other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
