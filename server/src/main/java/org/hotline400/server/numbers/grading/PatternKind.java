package org.hotline400.server.numbers.grading;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/// A pattern that digits can make: its shape, wherever it stands, and what it is worth at the tail, at the
/// head and inside. Equal letters are equal digits, different letters different ones. The ordinal is a bit in
/// a [CompactGrade]: at most 55, and new ones come last.
public enum PatternKind {
    AA(new Worth(24, 16, 10), "对子", "double digit"),
    AAA(new Worth(54, 46, 38), "三连号", "three equal digits"),
    AAAA(new Worth(82, 72, 67), "四连号", "four equal digits"),
    AAAAA(new Worth(92, 85, 82), "五连号", "five equal digits"),
    AAAAAA(new Worth(97, 93, 93), "六连号", "six equal digits"),
    AAAAAAA(Worth.of(100), "七连号", "seven equal digits"),

    /// Runs up by one: 123.
    ABC(Family.RUN, new Shape.Run(3, Traits::up), new Worth(42, 34, 28), "三位升序", "run of three up"),
    ABCD(Family.RUN, new Shape.Run(4, Traits::up), new Worth(62, 52, 46), "四位升序", "run of four up"),
    ABCDE(Family.RUN, new Shape.Run(5, Traits::up), new Worth(68, 60, 56), "五位升序", "run of five up"),
    ABCDEF(Family.RUN, new Shape.Run(6, Traits::up), new Worth(74, 68, 68), "六位升序", "run of six up"),
    ABCDEFG(Family.RUN, new Shape.Run(7, Traits::up), Worth.of(78), "七位升序", "run of seven up"),

    /// Runs down by one: 321.
    CBA(Family.RUN, new Shape.Run(3, Traits::down), new Worth(40, 32, 26), "三位降序", "run of three down"),
    DCBA(Family.RUN, new Shape.Run(4, Traits::down), new Worth(59, 50, 44), "四位降序", "run of four down"),
    EDCBA(Family.RUN, new Shape.Run(5, Traits::down), new Worth(66, 58, 54), "五位降序", "run of five down"),
    FEDCBA(Family.RUN, new Shape.Run(6, Traits::down), new Worth(72, 66, 66), "六位降序", "run of six down"),
    GFEDCBA(Family.RUN, new Shape.Run(7, Traits::down), Worth.of(76), "七位降序", "run of seven down"),

    AABB(new Worth(53, 40, 32), "AABB 双对", "two doubles AABB"),
    ABAB(new Worth(54, 42, 34), "ABAB 复号", "a pair twice ABAB"),
    ABBA(new Worth(48, 36, 28), "ABBA 对称", "mirror ABBA"),
    AABBCC(new Worth(87, 72, 72), "AABBCC 三对", "three doubles AABBCC"),
    ABABAB(new Worth(90, 75, 75), "ABABAB 复号", "a pair thrice ABABAB"),
    AAABBB(new Worth(88, 72, 72), "AAABBB 双三连", "two triples AAABBB"),
    AABAAB(new Worth(84, 68, 68), "AABAAB 复号", "three twice AABAAB"),
    ABBABB(new Worth(84, 68, 68), "ABBABB 复号", "three twice ABBABB"),
    ABAABA(new Worth(84, 68, 68), "ABAABA 复号", "three twice ABAABA"),
    ABCABC(new Worth(78, 62, 62), "ABCABC 复号", "three twice ABCABC"),

    /// Reads the same from both ends: 12321.
    PALINDROME_5(Family.MIRROR, new Shape.Mirror(5), new Worth(45, 36, 30), "五位回文", "palindrome of five"),
    PALINDROME_6(Family.MIRROR, new Shape.Mirror(6), new Worth(66, 58, 58), "六位回文", "palindrome of six"),
    PALINDROME_7(Family.MIRROR, new Shape.Mirror(7), Worth.of(70), "七位回文", "palindrome of seven"),

    /// A day of the year at the tail: 1001.
    MONTH_DAY(Family.DATE, new Shape.Tail(4, Traits.MONTH_DAY), Worth.of(14), "月日", "day of the year MMDD"),
    /// 1949 to 2049 at the tail.
    YEAR(Family.DATE, new Shape.Tail(4, Traits.YEAR), Worth.of(40), "年份", "year"),
    /// A month of those years at the tail: 200808.
    YEAR_MONTH(Family.DATE, new Shape.Tail(6, Traits.YEAR_MONTH), Worth.of(45), "年月", "month YYYYMM"),
    /// A day of 1970 to 2029 at the tail: 880808.
    YEAR_MONTH_DAY(Family.DATE, new Shape.Tail(6, Traits.YEAR_MONTH_DAY), Worth.of(28), "年月日", "date YYMMDD"),

    /// Seven digits of two kinds: 8800808.
    TWO_DIGITS(Family.DIGITS, new Shape.Tail(7, Traits.TWO_DIGITS), Worth.of(55), "全号两数", "only two different digits"),
    /// The last four are of 6, 8 and 9: 6898.
    FAVOURED_TAIL(Family.DIGITS, new Shape.Tail(4, Traits.FAVOURED_TAIL), Worth.of(36), "吉利尾号", "tail of 6, 8, 9");

    /// Of a pattern that lies wholly inside a stronger one of its family, nobody speaks.
    public enum Family {
        /// Digits that come again. A mirror within it is nothing of its own either.
        REPETITION,
        MIRROR,
        RUN,
        DATE,
        /// Which digits there are: each counts.
        DIGITS;

        boolean silences(Family other) {
            return this != DIGITS && (this == other || (this == REPETITION && other == MIRROR));
        }

        /// Whether 8, 6 and 9 make its patterns better, and 4 worse: the digits of a run or a date are given.
        boolean heedsDigits() {
            return this == REPETITION || this == MIRROR;
        }
    }

    private final Family family;

    @SuppressWarnings("ImmutableEnumChecker") // a record of constants
    private final Shape shape;

    @SuppressWarnings("ImmutableEnumChecker") // a record of numbers
    private final Worth worth;

    private final String chinese;
    private final String english;

    /// A repetition whose name is its shape.
    PatternKind(Worth worth, String chinese, String english) {
        this.family = Family.REPETITION;
        this.shape = new Shape.Letters(name());
        this.worth = worth;
        this.chinese = chinese;
        this.english = english;
    }

    PatternKind(Family family, Shape shape, Worth worth, String chinese, String english) {
        this.family = family;
        this.shape = shape;
        this.worth = worth;
        this.chinese = chinese;
        this.english = english;
    }

    public Family family() {
        return family;
    }

    /// How many digits it takes, 2 to 7.
    public int length() {
        return shape.length();
    }

    Shape shape() {
        return shape;
    }

    /// What it is worth where it begins at this place, before its digits are looked at.
    int worth(int start) {
        return worth.at(start, length());
    }

    /// Its bit among the kinds of a [CompactGrade].
    @SuppressWarnings("EnumOrdinal") // the order never changes: new ones come last
    public long bit() {
        return 1L << ordinal();
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
