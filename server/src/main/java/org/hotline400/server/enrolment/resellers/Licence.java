package org.hotline400.server.enrolment.resellers;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.MistakeException;

/// A licence to resell telecommunications (增值电信业务经营许可证).
///
/// @param number as it is printed: `A2.B1.B2-20200001`, `京B2-20200001`
/// @param scope what it allows, in its own words
/// @param from the first day
/// @param until the last day
public record Licence(String number, String scope, LocalDate from, LocalDate until) {
    /// Classes of business (A1 to D), perhaps of a province, and eight digits that begin with the year.
    private static final Pattern NUMBER = Pattern.compile("\\p{IsHan}?[A-D][0-9]?(\\.[A-D][0-9]?)*-[0-9]{8}");

    public Licence {
        checkNumber(number);
        checkScope(scope);
        if (until.isBefore(from)) {
            throw new MistakeException("ends before it begins: see the dates on the licence", "到期日早于生效日，请核对许可证上的日期。");
        }
    }

    public static String checkNumber(String number) {
        if (!NUMBER.matcher(number).matches()) {
            throw new MistakeException(
                    "is the number printed on the licence, such as A2.B1.B2-20200001 or 京B2-20200001",
                    "请填写许可证上的编号，例如 A2.B1.B2-20200001 或 京B2-20200001。");
        }
        return number;
    }

    public static String checkScope(String scope) {
        if (scope.isBlank() || scope.length() > 500) {
            throw new MistakeException("has 1 to 500 characters", "请填写 1 至 500 个字符。");
        }
        return scope;
    }
}
