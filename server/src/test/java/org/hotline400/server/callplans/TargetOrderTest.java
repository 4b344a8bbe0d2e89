package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import org.hotline400.server.regions.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetOrderTest {
    @ParameterizedTest
    @CsvSource({"0, 123", "1, 231", "2, 312", "3, 123", "-1, 312", "9223372036854775807, 231"})
    void aRotationBeginsOneFurtherEachTime(long turn, String order) {
        assertThat(order("round-robin", new Draw(0, turn, Map.of(), Optional.empty())))
                .isEqualTo(order);
    }

    @Test
    void theOneThatWasRungLongestAgoComesFirstAndWhoNeverWasBeforeAll() {
        var draw = new Draw(
                0,
                0,
                Map.of("13800138001", Instant.ofEpochSecond(20), "13800138002", Instant.ofEpochSecond(10)),
                Optional.empty());

        assertThat(order("least-recent", draw)).isEqualTo("321");
    }

    @Test
    void whoTalkedWithTheCallerLastComesFirst() {
        assertThat(order("last-answered", new Draw(0, 0, Map.of(), Optional.of("13800138002"))))
                .isEqualTo("213");
        assertThat(order("last-answered", Draw.FIRST)).isEqualTo("123");
    }

    @Test
    void theBranchOfTheCallersCityComesBeforeThatOfHisProvince() {
        var step = Steps.read("""
                {"type": "distribute", "strategy": "nearest", "targets": [
                  {"to": "01066660001"}, {"to": "02066660001", "serves": ["广东"]},
                  {"to": "075566660001", "serves": ["深圳市", "广东省"]}]}
                """, Distribute.class);

        assertThat(numbers(step, new Region("广东", "深圳", "440300", "0755", "")))
                .containsExactly("075566660001", "02066660001", "01066660001");
        assertThat(numbers(step, new Region("广东", "珠海", "440400", "0756", "")))
                .containsExactly("02066660001", "075566660001", "01066660001");
        assertThat(numbers(step, Region.UNKNOWN)).containsExactly("01066660001", "02066660001", "075566660001");
    }

    @Test
    void randomIsFairAndRepeatsWithItsSeed() {
        var firsts = new HashMap<Character, Integer>();
        LongStream.range(0, 6_000)
                .forEach(seed -> firsts.merge(
                        order("random", new Draw(seed, 0, Map.of(), Optional.empty()))
                                .charAt(0),
                        1,
                        Integer::sum));

        // Chi-square with two degrees of freedom; 13.8 is p = 0.001.
        assertThat(chiSquare(firsts, Map.of('1', 2000d, '2', 2000d, '3', 2000d)))
                .isLessThan(13.8);
        var draw = new Draw(42, 0, Map.of(), Optional.empty());
        assertThat(order("random", draw)).isEqualTo(order("random", draw));
    }

    @Test
    void percentagesAreKeptAndATargetOfNoneIsNeverRung() {
        var step = Steps.read("""
                {"type": "distribute", "strategy": "percentage", "targets": [{"to": "13800138001", "percent": 60},
                 {"to": "13800138002", "percent": 40}, {"to": "13800138003", "percent": 0}]}
                """, Distribute.class);
        var firsts = new HashMap<Character, Integer>();
        LongStream.range(0, 10_000).forEach(seed -> {
            var order = TargetOrder.of(step, new Draw(seed, 0, Map.of(), Optional.empty()), Region.UNKNOWN);
            assertThat(order).hasSize(2);
            var first = order.getFirst().to().text();
            firsts.merge(first.charAt(first.length() - 1), 1, Integer::sum);
        });

        // One degree of freedom; 10.8 is p = 0.001.
        assertThat(chiSquare(firsts, Map.of('1', 6000d, '2', 4000d))).isLessThan(10.8);
    }

    private static double chiSquare(Map<Character, Integer> seen, Map<Character, Double> expected) {
        return expected.entrySet().stream()
                .mapToDouble(each ->
                        Math.pow(seen.getOrDefault(each.getKey(), 0) - each.getValue(), 2) / each.getValue())
                .sum();
    }

    /// The last digits of the targets, in order: `231`.
    private static String order(String strategy, Draw draw) {
        var step = Steps.read("""
                {"type": "distribute", "strategy": "%s", "targets": [{"to": "13800138001"}, {"to": "13800138002"},
                 {"to": "13800138003"}]}
                """.formatted(strategy), Distribute.class);
        return String.join(
                "",
                TargetOrder.of(step, draw, Region.UNKNOWN).stream()
                        .map(target -> target.to().text())
                        .map(number -> number.substring(number.length() - 1))
                        .toList());
    }

    private static List<String> numbers(Distribute step, Region region) {
        return TargetOrder.of(step, Draw.FIRST, region).stream()
                .map(target -> target.to().text())
                .toList();
    }
}
