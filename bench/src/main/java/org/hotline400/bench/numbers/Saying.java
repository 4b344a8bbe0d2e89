package org.hotline400.bench.numbers;

import java.util.List;
import java.util.stream.StreamSupport;
import org.hotline400.bench.BenchFailedException;
import tools.jackson.databind.JsonNode;

/// A run of digits that says what was searched for, as the platform's dictionary has it.
///
/// @param weight how well it says it; numbers that say it better come first
record Saying(String digits, int weight) {
    Saying {
        if (!digits.matches("[0-9]{1,7}")) {
            throw new BenchFailedException("a meaning is said with one to seven digits, was " + digits);
        }
    }

    /// @param answer of a search that asked for a meaning
    static List<Saying> read(JsonNode answer) {
        if (!answer.path("fragments").isArray()) {
            throw new BenchFailedException("a search for a meaning was answered without fragments: " + answer);
        }
        return StreamSupport.stream(answer.path("fragments").spliterator(), false)
                .map(fragment -> new Saying(
                        fragment.path("digits").asString(""),
                        fragment.path("weight").asInt(0)))
                .toList();
    }
}
