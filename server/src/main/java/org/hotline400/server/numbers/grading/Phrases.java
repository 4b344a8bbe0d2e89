package org.hotline400.server.numbers.grading;

import org.hotline400.server.kernel.HotlineNumber;

/// Words for a finding: `尾号六连8`, `ends in six 8s`.
final class Phrases {
    private static final String[] CHINESE_COUNTS = {"", "", "双", "三连", "四连", "五连", "六连", "七连"};
    private static final String[] COUNTS = {"", "", "two", "three", "four", "five", "six", "seven"};

    private Phrases() {}

    static Explanation of(Finding finding, HotlineNumber number) {
        var digits = finding.digits(number);
        if (finding.kind() == PatternKind.TWO_DIGITS) {
            return new Explanation("全号只用两个数字", "uses only two digits");
        }
        return new Explanation(
                place(finding, "全号", "尾号", "开头", "中间") + chinese(finding.kind(), digits),
                place(finding, "is ", "ends in ", "begins with ", "holds ") + english(finding.kind(), digits));
    }

    private static String place(Finding finding, String whole, String tail, String head, String inside) {
        if (finding.length() == Lanes.COUNT) {
            return whole;
        }
        if (finding.start() + finding.length() == Lanes.COUNT) {
            return tail;
        }
        return finding.start() == 0 ? head : inside;
    }

    private static String chinese(PatternKind kind, String digits) {
        return switch (kind) {
            case AA, AAA, AAAA, AAAAA, AAAAAA, AAAAAAA -> CHINESE_COUNTS[digits.length()] + digits.charAt(0);
            case ABC, ABCD, ABCDE, ABCDEF, ABCDEFG -> "顺子" + digits;
            case CBA, DCBA, EDCBA, FEDCBA, GFEDCBA -> "倒顺" + digits;
            case AABB, AABBCC -> "成对" + digits;
            case ABBA -> "对称" + digits;
            case AAABBB -> "双三连" + digits;
            case ABAB, ABABAB, AABAAB, ABBABB, ABAABA, ABCABC -> "重复" + digits;
            case PALINDROME_5, PALINDROME_6, PALINDROME_7 -> "回文" + digits;
            case FAVOURED_TAIL -> "吉利数" + digits;
            case MONTH_DAY, YEAR, YEAR_MONTH, YEAR_MONTH_DAY, TWO_DIGITS -> kind.chinese() + digits;
        };
    }

    private static String english(PatternKind kind, String digits) {
        return switch (kind) {
            case AA, AAA, AAAA, AAAAA, AAAAAA, AAAAAAA -> COUNTS[digits.length()] + " " + digits.charAt(0) + "s";
            case ABC, ABCD, ABCDE, ABCDEF, ABCDEFG -> "the run " + digits;
            case CBA, DCBA, EDCBA, FEDCBA, GFEDCBA -> "the countdown " + digits;
            case AABB, AABBCC -> "the doubles " + digits;
            case ABBA -> "the mirror " + digits;
            case AAABBB -> "the triples " + digits;
            case ABAB -> digits.substring(2) + " twice";
            case ABABAB -> digits.substring(4) + " three times";
            case AABAAB, ABBABB, ABAABA, ABCABC -> digits.substring(3) + " twice";
            case PALINDROME_5, PALINDROME_6, PALINDROME_7 -> "the palindrome " + digits;
            case MONTH_DAY -> "the day " + digits;
            case YEAR -> "the year " + digits;
            case YEAR_MONTH -> "the month " + digits;
            case YEAR_MONTH_DAY -> "the date " + digits;
            case FAVOURED_TAIL -> "the favoured digits " + digits;
            case TWO_DIGITS -> kind.english() + " " + digits;
        };
    }
}
