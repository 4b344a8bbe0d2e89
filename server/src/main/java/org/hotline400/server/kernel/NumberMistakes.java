package org.hotline400.server.kernel;

/// Says what is wrong with a text that was meant to be a 400 number, and what its sender may have wanted:
/// whoever writes `400-120-120` may be looking for numbers with 120120 in them.
final class NumberMistakes {
    private static final String PREFIX = "400";
    /// Digits behind 400.
    private static final int BEHIND = 7;

    private static final String[] COUNTS = {
        "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
    };

    private NumberMistakes() {}

    /// @param text as it was written
    /// @param digits the text without blanks and hyphens
    static MistakeException of(String text, String digits) {
        if (!digits.matches("[0-9]+")) {
            return new MistakeException(
                    "\"" + text + "\" is no number: a 400 number is ten digits, such as 400-888-8888",
                    "“" + text + "”不是号码：400 号码由十位数字组成，例如 400-888-8888。");
        }
        return digits.startsWith(PREFIX) ? wrongLength(text, digits) : noPrefix(text, digits);
    }

    private static MistakeException wrongLength(String text, String digits) {
        var fragment = digits.substring(PREFIX.length());
        boolean tooMany = fragment.length() > BEHIND;
        return new MistakeException(
                text + " has " + count(digits.length()) + "; a 400 number has ten."
                        + (tooMany ? " Leave out what is too many." : search(fragment)),
                text + " 有 " + digits.length() + " 位数字；400 号码是十位。"
                        + (tooMany ? "请去掉多余的数字。" : searchInChinese(fragment)));
    }

    private static MistakeException noPrefix(String text, String digits) {
        var fits = digits.length() <= BEHIND;
        return new MistakeException(
                text + " does not begin with 400; a 400 number is 400 and seven digits." + (fits ? search(digits) : ""),
                text + " 不以 400 开头；400 号码由 400 加七位数字组成。" + (fits ? searchInChinese(digits) : ""));
    }

    private static String count(int digits) {
        return (digits < COUNTS.length ? COUNTS[digits] : String.valueOf(digits)) + " digits";
    }

    private static String search(String fragment) {
        return fragment.isEmpty()
                ? ""
                : " To find numbers that contain " + fragment + ", search contains=" + fragment + ".";
    }

    private static String searchInChinese(String fragment) {
        return fragment.isEmpty() ? "" : "要找含有 " + fragment + " 的号码，请搜索 contains=" + fragment + "。";
    }
}
