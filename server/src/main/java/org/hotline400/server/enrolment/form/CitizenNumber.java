package org.hotline400.server.enrolment.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.MistakeException;

/// An 18-character citizen identification number (GB 11643-1999): six digits of the district, date of birth,
/// three digits of the order, a check character by ISO 7064 MOD 11-2. Residence permits for people of Hong
/// Kong, Macao and Taiwan, and the newer cards of foreigners, are built alike.
record CitizenNumber(String text) {
    private static final int LENGTH = 18;
    private static final int OLD_LENGTH = 15;
    private static final int LAST = LENGTH - 1;
    private static final Pattern FORM = Pattern.compile("[0-9]{17}[0-9X]");
    private static final String CHECKS = "10X98765432";
    private static final DateTimeFormatter BIRTH =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    /// @throws MistakeException that names the mistake
    CitizenNumber {
        if (text.length() == OLD_LENGTH) {
            throw new MistakeException(
                    "is a number of 15 digits, which is not valid any more: the present card has 18",
                    "15 位身份证号码已停用，请填写现行 18 位号码。");
        }
        if (!FORM.matcher(text).matches()) {
            throw new MistakeException(
                    "has 17 digits and a last character that is a digit or X", "应为 17 位数字加最后一位数字或 X，共 18 位。");
        }
        if (checkCharacter(text) != text.charAt(LAST)) {
            throw new MistakeException("its check digit does not fit: copy it again from the card", "校验码不符，请对照证件重新填写。");
        }
        parseBirth(text);
    }

    static char checkCharacter(String text) {
        int sum = 0;
        for (int i = 0; i < LAST; i++) {
            // 2^(17-i) mod 11, from the right.
            sum += (text.charAt(i) - '0') * ((1 << (LAST - i)) % 11);
        }
        return CHECKS.charAt(sum % 11);
    }

    LocalDate birth() {
        return parseBirth(text);
    }

    private static LocalDate parseBirth(String text) {
        try {
            return LocalDate.parse(text.substring(6, 14), BIRTH);
        } catch (DateTimeException e) {
            throw new MistakeException(
                    "its digits 7 to 14 are no date of birth: copy it again from the card",
                    "第 7 至 14 位不是有效的出生日期，请对照证件重新填写。");
        }
    }

    /// The first two digits: the province.
    String province() {
        return text.substring(0, 2);
    }
}
