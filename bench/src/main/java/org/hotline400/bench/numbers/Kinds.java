package org.hotline400.bench.numbers;

import java.util.List;
import org.hotline400.bench.BenchFailedException;

/// The patterns that numbers are graded by; in the table each is its place here.
///
/// @param codes such as `aabbcc`
record Kinds(List<String> codes) {
    Kinds {
        codes = List.copyOf(codes);
    }

    int number(String code) {
        int place = codes.indexOf(code);
        if (place < 0) {
            throw new BenchFailedException("the mix asks for a pattern that no number was graded by: " + code);
        }
        return place;
    }
}
