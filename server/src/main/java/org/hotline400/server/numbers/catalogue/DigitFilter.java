package org.hotline400.server.numbers.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which digits stand where in the seven behind 400.
///
/// @param mask seven characters, a digit or `?` for any: `8??8888`
/// @param contains runs of one to seven digits, each somewhere; `?` in a run is any digit
/// @param head the first digits; empty: any
/// @param tail the last digits; empty: any
/// @param without digits that must not occur, 0 to 9
public record DigitFilter(
        Optional<String> mask, List<String> contains, String head, String tail, Set<Integer> without) {
    private static final Pattern MASK = Pattern.compile("[0-9?]{7}");
    private static final Pattern RUN = Pattern.compile("[0-9?]{1,7}");
    private static final Pattern END = Pattern.compile("[0-9]{0,7}");

    // Below the patterns, which it needs.
    public static final DigitFilter NONE = new DigitFilter(Optional.empty(), List.of(), "", "", Set.of());

    public DigitFilter {
        mask.ifPresent(text -> require(text, MASK, "a mask has seven digits or ? behind 400, such as 8??8888"));
        contains = List.copyOf(contains);
        contains.forEach(text -> require(text, RUN, "a fragment is one to seven digits"));
        require(head, END, "a head is at most seven digits");
        require(tail, END, "a tail is at most seven digits");
        without = Set.copyOf(without);
        if (without.stream().anyMatch(digit -> digit < 0 || digit > 9)) {
            throw new IllegalArgumentException("a digit is 0 to 9; was " + without);
        }
    }

    private static void require(String text, Pattern form, String rule) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(rule + "; was \"" + text + "\"");
        }
    }

    public static DigitFilter ofMask(String mask) {
        return new DigitFilter(Optional.of(mask), List.of(), "", "", Set.of());
    }

    public static DigitFilter ofTail(String tail) {
        return new DigitFilter(Optional.empty(), List.of(), "", tail, Set.of());
    }

    public static DigitFilter ofHead(String head) {
        return new DigitFilter(Optional.empty(), List.of(), head, "", Set.of());
    }

    public static DigitFilter containing(String... runs) {
        return new DigitFilter(Optional.empty(), List.of(runs), "", "", Set.of());
    }

    public DigitFilter without(Set<Integer> digits) {
        return new DigitFilter(mask, contains, head, tail, digits);
    }

    /// Whether mask, head and tail can hold together.
    public boolean agrees() {
        var places = places();
        return fits(places, mask.orElse(places), 0)
                && fits(places, head, 0)
                && fits(places, tail, Space.DIGITS - tail.length());
    }

    private static boolean fits(String places, String text, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '?' && text.charAt(i) != places.charAt(from + i)) {
                return false;
            }
        }
        return true;
    }

    /// Mask, tail and head as one mask; where they contradict each other the first of the three holds.
    public String places() {
        var places = new StringBuilder(mask.orElse("?".repeat(Space.DIGITS)));
        fill(places, tail, Space.DIGITS - tail.length());
        fill(places, head, 0);
        return places.toString();
    }

    private static void fill(StringBuilder places, String text, int from) {
        for (int i = 0; i < text.length(); i++) {
            if (places.charAt(from + i) == '?') {
                places.setCharAt(from + i, text.charAt(i));
            }
        }
    }
}
