package org.hotline400.server.numbers.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Which digits stand where in the seven behind 400.
///
/// @param mask seven characters, a digit or `?` for any: `8??8888`
/// @param contains runs of one to seven digits, each somewhere
/// @param head the first digits; empty: any
/// @param tail the last digits; empty: any
/// @param without digits that must not occur, 0 to 9
public record DigitFilter(
        Optional<String> mask, List<String> contains, String head, String tail, Set<Integer> without) {
    public static final DigitFilter NONE = new DigitFilter(Optional.empty(), List.of(), "", "", Set.of());

    public DigitFilter {
        mask.ifPresent(text -> require(text, "[0-9?]{7}", "a mask has seven digits or ? behind 400, such as 8??8888"));
        contains = List.copyOf(contains);
        contains.forEach(text -> require(text, "[0-9]{1,7}", "a fragment is one to seven digits"));
        require(head, "[0-9]{0,7}", "a head is at most seven digits");
        require(tail, "[0-9]{0,7}", "a tail is at most seven digits");
        without = Set.copyOf(without);
        if (without.stream().anyMatch(digit -> digit < 0 || digit > 9)) {
            throw new IllegalArgumentException("a digit is 0 to 9; was " + without);
        }
    }

    private static void require(String text, String form, String rule) {
        if (!text.matches(form)) {
            throw new IllegalArgumentException(rule + "; was \"" + text + "\"");
        }
    }
}
