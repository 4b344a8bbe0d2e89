package org.hotline400.server.kernel;

/// The forms of this country's numbers, told from their digits.
final class Digits {
    /// How many digits an IP prefix has.
    static final int IP_PREFIX = 5;

    private Digits() {}

    static boolean areAll(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (!isDigit(text.charAt(i))) {
                return false;
            }
        }
        return from < text.length();
    }

    /// `1[3-9]` and nine more.
    static boolean isMobile(String digits, int from) {
        return digits.length() - from == 11 && digits.charAt(from) == '1' && digits.charAt(from + 1) >= '3';
    }

    /// Where the local number begins behind an area code: `010`, `02x`, or `0` and three digits of which the
    /// first is 3 to 9; 0 when there is none.
    static int afterAreaCode(String digits) {
        if (digits.length() < 5 || digits.charAt(0) != '0') {
            return 0;
        }
        return switch (digits.charAt(1)) {
            case '0' -> 0;
            case '1' -> digits.charAt(2) == '0' ? 3 : 0;
            case '2' -> 3;
            default -> 4;
        };
    }

    /// An area code and a local number: eight digits in the cities of 010 and 02x, seven or eight elsewhere.
    static boolean isFixed(String digits) {
        int local = afterAreaCode(digits);
        int length = digits.length() - local;
        return local > 0 && digits.charAt(local) >= '2' && (length == 8 || (length == 7 && local == 4));
    }

    /// A number without area code: seven or eight digits, the first 2 to 8.
    static boolean isLocal(String digits) {
        char first = digits.isEmpty() ? '0' : digits.charAt(0);
        return first >= '2' && first <= '8' && (digits.length() == 7 || digits.length() == 8);
    }

    /// 110, 12345, 10086; 95xxx and 96xxx; 400 and 800.
    static boolean isService(String digits, int from) {
        return isCitywideService(digits, from) || isCountrywideService(digits, from);
    }

    /// Services that a city has under the same number as others: 110, 12345, 10086, 95588, 96110.
    static boolean isCitywideService(String digits, int from) {
        int length = digits.length() - from;
        if (length < 3) {
            return false;
        }
        char second = digits.charAt(from + 1);
        return switch (digits.charAt(from)) {
            case '1' -> second <= '2' && length <= 6;
            case '9' -> (second == '5' || second == '6') && length >= 5 && length <= 8;
            default -> false;
        };
    }

    private static boolean isCountrywideService(String digits, int from) {
        return digits.length() - from == 10 && (digits.startsWith("400", from) || digits.startsWith("800", from));
    }

    static boolean isIpPrefix(String digits) {
        return digits.startsWith("179") || digits.startsWith("125") || digits.startsWith("10193");
    }

    private static boolean isDigit(char one) {
        return one >= '0' && one <= '9';
    }
}
