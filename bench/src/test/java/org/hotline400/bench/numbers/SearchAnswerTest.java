package org.hotline400.bench.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.hotline400.bench.BenchFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchAnswerTest {
    private static SearchAnswer read(String json) {
        return SearchAnswer.read(json.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void readsTheNumbersInTheirOrderAndTheTotal() {
        var answer = read("""
                {"numbers": [{"number": "4008888888", "display": "400-888-8888"}, {"number": "4006666666"}],
                 "total": 17, "similar": [{"number": "4001234567"}]}""");

        assertThat(answer.digits()).containsExactly("8888888", "6666666");
        assertThat(answer.total()).isEqualTo(17);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no JSON",
                "{\"numbers\": []}",
                "{\"total\": 0}",
                "{\"numbers\": [{\"number\": \"400888\"}], \"total\": 1}",
                "{\"numbers\": [{}], \"total\": 1}"
            })
    void refusesWhatIsNoAnswer(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(BenchFailedException.class);
    }
}
