package org.hotline400.bench.numbers;

import java.util.List;
import java.util.stream.StreamSupport;
import org.hotline400.bench.BenchFailedException;
import tools.jackson.databind.JsonNode;

/// What a search found, as far as both sides tell it.
///
/// @param digits the seven behind 400 of each number of the first page, in order
/// @param total how many there are in all
record SearchAnswer(List<String> digits, long total) {
    private static final int OF_400 = 3;

    SearchAnswer {
        digits = List.copyOf(digits);
    }

    /// Reads an answer of `GET /api/v1/numbers/search`.
    static SearchAnswer read(JsonNode answer) {
        var numbers = answer.path("numbers");
        if (!numbers.isArray() || !answer.path("total").isIntegralNumber()) {
            throw new BenchFailedException("a search was answered without numbers and total: " + answer);
        }
        var digits = StreamSupport.stream(numbers.spliterator(), false)
                .map(SearchAnswer::behind400)
                .toList();
        return new SearchAnswer(digits, answer.path("total").longValue());
    }

    private static String behind400(JsonNode number) {
        var text = number.path("number").asString("");
        if (!text.matches("400[0-9]{7}")) {
            throw new BenchFailedException("a search was answered with what is no number: " + number);
        }
        return text.substring(OF_400);
    }
}
