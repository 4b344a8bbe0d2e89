package org.hotline400.bench.numbers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotline400.bench.BenchFailedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class SearchAnswerTest {
    private static SearchAnswer read(String json) {
        return SearchAnswer.read(new JsonMapper().readTree(json));
    }

    @Test
    void readsTheNumbersInTheirOrderAndTheTotal() {
        var answer = read("""
                {"numbers": [{"number": "4008888888", "display": "400-888-8888"}, {"number": "4006666666"}],
                 "total": 17, "similar": [{"number": "4001234567"}]}""");

        assertThat(answer.digits()).containsExactly("8888888", "6666666");
        assertThat(answer.total()).isEqualTo(17);
    }

    @Test
    void readsWithWhichDigitsAMeaningIsSaid() {
        var answer = new JsonMapper().readTree("""
                {"numbers": [], "total": 0, "fragments": [{"digits": "168", "weight": 90, "why": {"zh": "一路发"}}]}""");

        assertThat(Saying.read(answer)).containsExactly(new Saying("168", 90));
        assertThatThrownBy(() -> Saying.read(new JsonMapper().readTree("{}"))).isInstanceOf(BenchFailedException.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"numbers\": []}",
                "{\"total\": 0}",
                "{\"numbers\": [{\"number\": \"400888\"}], \"total\": 1}",
                "{\"numbers\": [{}], \"total\": 1}"
            })
    void refusesWhatIsNoAnswer(String json) {
        assertThatThrownBy(() -> read(json)).isInstanceOf(BenchFailedException.class);
    }
}
