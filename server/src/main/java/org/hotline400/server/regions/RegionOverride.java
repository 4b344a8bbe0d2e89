package org.hotline400.server.regions;

import java.util.regex.Pattern;

/// The operator's word on where the lines of a prefix, or one line, are at home.
///
/// @param prefix the first digits or all digits of a normalised number: `1720512`, `13812345678`, `0755`
/// @param place a city, or a whole province
/// @param carrier empty to leave what the prefix tells
/// @param note why
public record RegionOverride(String prefix, Place place, String carrier, String note) {
    private static final Pattern PREFIX = Pattern.compile("1[3-9][0-9]{1,9}|0[1-9][0-9]{1,10}");
    private static final int LONGEST_CARRIER = 20;
    private static final int LONGEST_NOTE = 200;

    public RegionOverride {
        if (carrier.length() > LONGEST_CARRIER || note.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("a carrier has at most 20 characters, a note 200");
        }
        checkPrefix(prefix);
    }

    /// @throws IllegalArgumentException when no number this country has could begin so
    public static String checkPrefix(String prefix) {
        if (!PREFIX.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "is 3 to 11 digits of a mobile number (1720512) or 3 to 12 of a fixed line"
                            + " with its area code (0755); was \"" + prefix + "\"");
        }
        return prefix;
    }
}
