package org.hotline400.server.lists;

import java.util.Set;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.CallerNumber;

/// Which callers an entry covers.
///
/// @param text a number or its beginning as [CallerNumber] writes it (`13800138000`, `0755`, `+1`), at most 18
///     digits; an area code with its 0 (`0755`); an administrative code of six digits (GB/T 2260), of which
///     `440000` covers the whole province and `440300` one city
public record EntryPattern(PatternKind kind, String text) {
    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,18}");
    private static final Pattern AREA_CODE = Pattern.compile("0(10|2[0-9]|[3-9][0-9]{2})");
    private static final Pattern AREA_WITHOUT_ZERO = Pattern.compile("10|2[0-9]|[3-9][0-9]{2}");
    private static final Pattern ADCODE = Pattern.compile("[1-8][0-9]{5}");
    private static final Pattern LOCAL = Pattern.compile("[2-8][0-9]{6,7}");
    private static final Pattern SEPARATORS = Pattern.compile("[\\s().-]");
    private static final int LONGEST_TEXT = 40;
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65", "71", "81", "82");
    private static final Set<String> MUNICIPALITIES = Set.of("11", "12", "31", "50");

    public EntryPattern {
        var form = switch (kind) {
            case NUMBER, PREFIX -> DIGITS;
            case AREA_CODE -> AREA_CODE;
            case REGION -> ADCODE;
        };
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException("no " + kind.code() + ": \"" + text + "\"");
        }
    }

    /// Reads a pattern as people write it: `+86 138-0013-8000`.
    ///
    /// @throws IllegalArgumentException naming the fix
    public static EntryPattern parse(PatternKind kind, String text) {
        if (text.length() > LONGEST_TEXT) {
            throw new IllegalArgumentException("has at most 40 characters");
        }
        var canonical = switch (kind) {
            case NUMBER -> number(text);
            case PREFIX -> prefix(SEPARATORS.matcher(text).replaceAll(""));
            case AREA_CODE -> areaCode(text.strip());
            case REGION -> adcode(text.strip());
        };
        return new EntryPattern(kind, canonical);
    }

    /// The other direction of [#id()]; unlike [#parse] it takes nothing but what that gives.
    ///
    /// @throws IllegalArgumentException when it is none
    public static EntryPattern ofId(String id) {
        int colon = id.indexOf(':');
        if (colon < 0) {
            throw new IllegalArgumentException("an entry is named KIND:PATTERN, such as number:13800138000");
        }
        return new EntryPattern(PatternKind.of(id.substring(0, colon)), id.substring(colon + 1));
    }

    /// Names the entry within its list: `number:13800138000`.
    public String id() {
        return kind.code() + ":" + text;
    }

    private static String number(String text) {
        var number = CallerNumber.of(text, "").normalised();
        if (LOCAL.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "a fixed line is written with its area code, such as 01086001234; was \"" + text + "\"");
        }
        if (!DIGITS.matcher(number).matches()) {
            throw new IllegalArgumentException(
                    "is a telephone number of at most 18 digits, such as 13800138000 or 075586001234; was \"" + text
                            + "\"");
        }
        return number;
    }

    private static String prefix(String text) {
        var digits = text.startsWith("00") ? "+" + text.substring(2) : text;
        if (digits.startsWith("+86")) {
            throw new IllegalArgumentException("numbers of this country begin without +86: write 138, not +86138");
        }
        if (!DIGITS.matcher(digits).matches()) {
            throw new IllegalArgumentException(
                    "is the beginning of a number, 1 to 18 digits, such as 138, 0755 or +1; was \"" + text + "\"");
        }
        return digits;
    }

    private static String areaCode(String text) {
        if (AREA_WITHOUT_ZERO.matcher(text).matches()) {
            throw new IllegalArgumentException("an area code has its 0: 0" + text
                    + " (spreadsheets drop it: format the column as text); was \"" + text + "\"");
        }
        if (!AREA_CODE.matcher(text).matches()) {
            throw new IllegalArgumentException("is an area code such as 010 or 0755; was \"" + text + "\"");
        }
        return text;
    }

    /// Numbers do not tell the districts of a municipality, so what is said of one must be said of the whole.
    private static String adcode(String text) {
        if (!ADCODE.matcher(text).matches() || !PROVINCES.contains(text.substring(0, 2))) {
            throw new IllegalArgumentException(
                    "is an administrative code of six digits, such as 440000 (province) or 440300 (city); was \"" + text
                            + "\"");
        }
        if (!MUNICIPALITIES.contains(text.substring(0, 2))) {
            return text;
        }
        if (!text.endsWith("00")) {
            throw new IllegalArgumentException(
                    "a number does not tell the district of a municipality: write " + text.substring(0, 2) + "0000");
        }
        return text.substring(0, 2) + "0000";
    }
}
