package org.hotline400.server.numbers.grading;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A pattern that digits can make: its shape, wherever it stands. Equal letters are equal digits, different letters
/// different ones. The ordinal is a bit in a [CompactGrade]: at most 55, and new ones come last.
public enum PatternKind {
    AA(Family.REPETITION, 2, "对子", "double digit"),
    AAA(Family.REPETITION, 3, "三连号", "three equal digits"),
    AAAA(Family.REPETITION, 4, "四连号", "four equal digits"),
    AAAAA(Family.REPETITION, 5, "五连号", "five equal digits"),
    AAAAAA(Family.REPETITION, 6, "六连号", "six equal digits"),
    AAAAAAA(Family.REPETITION, 7, "七连号", "seven equal digits"),

    /// Runs up by one: 123.
    ABC(Family.RUN, 3, "三位升序", "run of three up"),
    ABCD(Family.RUN, 4, "四位升序", "run of four up"),
    ABCDE(Family.RUN, 5, "五位升序", "run of five up"),
    ABCDEF(Family.RUN, 6, "六位升序", "run of six up"),
    ABCDEFG(Family.RUN, 7, "七位升序", "run of seven up"),

    /// Runs down by one: 321.
    CBA(Family.RUN, 3, "三位降序", "run of three down"),
    DCBA(Family.RUN, 4, "四位降序", "run of four down"),
    EDCBA(Family.RUN, 5, "五位降序", "run of five down"),
    FEDCBA(Family.RUN, 6, "六位降序", "run of six down"),
    GFEDCBA(Family.RUN, 7, "七位降序", "run of seven down"),

    AABB(Family.REPETITION, 4, "AABB 双对", "two doubles AABB"),
    ABAB(Family.REPETITION, 4, "ABAB 复号", "pair twice ABAB"),
    ABBA(Family.REPETITION, 4, "ABBA 对称", "mirror ABBA"),
    AABBCC(Family.REPETITION, 6, "AABBCC 三对", "three doubles AABBCC"),
    ABABAB(Family.REPETITION, 6, "ABABAB 三复号", "pair three times ABABAB"),
    AAABBB(Family.REPETITION, 6, "AAABBB 双三连", "two triples AAABBB"),
    AABAAB(Family.REPETITION, 6, "AABAAB 复号", "triple twice AABAAB"),
    ABBABB(Family.REPETITION, 6, "ABBABB 复号", "triple twice ABBABB"),
    ABAABA(Family.REPETITION, 6, "ABAABA 复号", "triple twice ABAABA"),
    ABCABC(Family.REPETITION, 6, "ABCABC 复号", "triple twice ABCABC"),

    /// Reads the same from both ends: 12321.
    PALINDROME_5(Family.REPETITION, 5, "五位回文", "palindrome of five"),
    PALINDROME_6(Family.REPETITION, 6, "六位回文", "palindrome of six"),
    PALINDROME_7(Family.REPETITION, 7, "七位回文", "palindrome of seven"),

    /// A day of the year at the tail: 1001.
    MONTH_DAY(Family.DATE, 4, "月日", "day of the year MMDD"),
    /// 1949 to 2049 at the tail.
    YEAR(Family.DATE, 4, "年份", "year"),
    /// A month of those years at the tail: 200808.
    YEAR_MONTH(Family.DATE, 6, "年月", "month YYYYMM"),
    /// A day of any year at the tail: 880808.
    YEAR_MONTH_DAY(Family.DATE, 6, "年月日", "date YYMMDD"),

    /// Seven digits of two kinds: 8800808.
    TWO_DIGITS(Family.DIGITS, 7, "全号只用两个数字", "only two different digits"),
    /// The last four are of 6, 8 and 9: 6898.
    FAVOURED_TAIL(Family.DIGITS, 4, "吉利尾号", "tail of favoured digits 6, 8, 9");

    /// Of a pattern that lies wholly inside a stronger one of its family, nobody speaks.
    public enum Family {
        /// Digits that come again.
        REPETITION,
        RUN,
        DATE,
        /// Which digits there are.
        DIGITS
    }

    private final Family family;
    private final int length;
    private final String chinese;
    private final String english;

    PatternKind(Family family, int length, String chinese, String english) {
        this.family = family;
        this.length = length;
        this.chinese = chinese;
        this.english = english;
    }

    public Family family() {
        return family;
    }

    /// How many digits it takes, 2 to 7.
    public int length() {
        return length;
    }

    /// The text code: `aabbcc`, `palindrome-5`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /// @throws IllegalArgumentException when no pattern has this code
    public static PatternKind of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a pattern is one of "
                        + Arrays.stream(values()).map(PatternKind::code).collect(Collectors.joining(", "))
                        + "; was \"" + code + "\""));
    }
}
