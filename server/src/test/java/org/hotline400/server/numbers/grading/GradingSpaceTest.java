package org.hotline400.server.numbers.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hotline400.server.kernel.HotlineNumber;
import org.junit.jupiter.api.Test;

/// What holds for all numbers.
class GradingSpaceTest {
    private static final Path DOCS = Path.of("..", "docs", "number-grading.md");
    private static final int SAMPLE = 100_000;
    private static final int PREMIUM = CompactGrade.classOrdinal(CompactGrade.of(NumberClass.PREMIUM, 0, 0));
    /// Of the grades of the sample by the rules of version 1.
    private static final int FINGERPRINT = 342307681;

    private static IntStream sample() {
        return new Random(400).ints(SAMPLE, 0, Shares.SPACE);
    }

    private static HotlineNumber number(int suffix) {
        return new HotlineNumber(Long.toString(4_000_000_000L + suffix));
    }

    @Test
    void the_short_grade_and_the_long_one_agree() {
        var premium = IntStream.range(0, Shares.SPACE)
                .filter(suffix -> CompactGrade.classOrdinal(Grading.compact(suffix)) == PREMIUM);

        assertThat(IntStream.concat(sample(), premium)
                        .filter(suffix -> Grading.compact(suffix) != compact(Grading.of(number(suffix))))
                        .boxed())
                .isEmpty();
    }

    private static long compact(Grade grade) {
        long kinds = grade.kinds().stream().mapToLong(PatternKind::bit).sum();
        return CompactGrade.of(grade.numberClass(), grade.memorability(), kinds);
    }

    /// By the plain meaning of the shapes, digit by digit, without any table.
    @Test
    void every_pattern_that_is_found_is_there_and_none_is_missed() {
        assertThat(sample().limit(20_000)
                        .mapToObj(GradingSpaceTest::number)
                        .filter(number -> !Judged.agrees(Grading.of(number).findings(), number)))
                .isEmpty();
    }

    @Test
    void nothing_is_said_twice() {
        assertThat(sample().mapToObj(GradingSpaceTest::number)
                        .filter(number -> saysTwice(Grading.of(number).findings())))
                .isEmpty();
    }

    private static boolean saysTwice(List<Finding> found) {
        return IntStream.range(0, found.size())
                .anyMatch(weaker -> found.subList(0, weaker).stream()
                        .anyMatch(stronger -> Judged.covers(stronger, found.get(weaker))));
    }

    @Test
    void a_number_read_backwards_has_the_same_symmetric_patterns_and_its_runs_turned_round() {
        assertThat(sample().filter(suffix -> !turned(suffix).equals(symmetric(backwards(suffix))))
                        .boxed())
                .isEmpty();
    }

    private static Set<PatternKind> symmetric(int suffix) {
        var kinds = EnumSet.of(
                PatternKind.AAAAAAA,
                PatternKind.AAAAAA,
                PatternKind.AAAAA,
                PatternKind.AABBCC,
                PatternKind.ABABAB,
                PatternKind.PALINDROME_7,
                PatternKind.TWO_DIGITS,
                PatternKind.ABC,
                PatternKind.CBA,
                PatternKind.ABCD,
                PatternKind.DCBA);
        kinds.retainAll(Grading.of(number(suffix)).kinds());
        return kinds;
    }

    private static Set<PatternKind> turned(int suffix) {
        return symmetric(suffix).stream()
                .map(kind -> switch (kind) {
                    case ABC -> PatternKind.CBA;
                    case CBA -> PatternKind.ABC;
                    case ABCD -> PatternKind.DCBA;
                    case DCBA -> PatternKind.ABCD;
                    default -> kind;
                })
                .collect(Collectors.toSet());
    }

    private static int backwards(int suffix) {
        var digits = number(suffix).digits().substring(3);
        return Integer.parseInt(new StringBuilder(digits).reverse().toString());
    }

    @Test
    void the_same_digits_get_the_same_grade_as_long_as_the_version_of_the_rules_is_the_same() {
        var first = sample().mapToLong(Grading::compact).toArray();
        var again = sample().mapToLong(Grading::compact).toArray();

        assertThat(again).isEqualTo(first);
        assertThat(Grading.VERSION).isEqualTo(1);
        assertThat(Arrays.hashCode(first))
                .as("rules that grade otherwise are another version")
                .isEqualTo(FINGERPRINT);
    }

    @Test
    void premium_is_rare_and_special_uncommon() {
        var shares = Shares.ofTheSpace();

        assertThat(shares.numbers()).isEqualTo(Shares.SPACE);
        assertThat(shares.classes().get(NumberClass.PREMIUM)).isBetween(10_000, 50_000);
        assertThat(shares.classes().get(NumberClass.SPECIAL)).isBetween(200_000, 500_000);
        assertThat(shares.patterns().get(PatternKind.AAAAAAA)).isEqualTo(10);
        assertThat(shares.patterns().get(PatternKind.ABCDEFG)).isEqualTo(4);
        assertThat(shares.patterns()).hasSize(PatternKind.values().length).doesNotContainValue(0);
    }

    @Test
    void the_shares_in_the_docs_are_those_that_are_counted() throws IOException {
        var docs = Files.readString(DOCS);
        var shares = Shares.ofTheSpace();

        assertThat(Stream.concat(
                        shares.classes().entrySet().stream()
                                .map(one -> row(one.getKey().code(), one.getValue())),
                        shares.patterns().entrySet().stream()
                                .map(one -> row(one.getKey().code(), one.getValue()))))
                .allSatisfy(row -> assertThat(docs).containsPattern(row));
    }

    private static String row(String code, int numbers) {
        return "\\| `" + code + "` \\|.*\\| " + String.format(Locale.ROOT, "%,d", numbers) + " \\|";
    }

    @Test
    void grading_allocates_nothing() {
        long warm = sample().mapToLong(Grading::compact).sum();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = threads.getCurrentThreadAllocatedBytes();
        long sum = 0;
        for (int suffix = 0; suffix < 1_000_000; suffix++) {
            sum += Grading.compact(suffix);
        }
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;

        assertThat(allocated).as("bytes for a million grades").isLessThan(100_000);
        assertThat(sum).as("kept from the optimiser").isNotEqualTo(warm);
    }
}
