package org.hotline400.server.enrolment.form;

import java.util.regex.Pattern;
import org.hotline400.server.kernel.MistakeException;

/// A unified social credit code (GB 32100-2015): authority and kind of entity, six digits of the district, nine
/// characters of the organisation, a check character.
public record CreditCode(String text) {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    private static final int MODULUS = ALPHABET.length();
    private static final int LENGTH = 18;
    private static final int LAST = LENGTH - 1;
    private static final Pattern LETTERS = Pattern.compile("[" + ALPHABET + "]{18}");
    /// Authority, kind, district: table 1 of the standard with its later authorities.
    private static final Pattern HEAD = Pattern.compile(
            "(1[1239]|2[19]|3[1-59]|4[19]|5[1239]|6[129]|7[129]|8[19]|9[123]" + "|A[19]|N[1239]|Y1)[1-9][0-9]{5}.*");

    /// @throws MistakeException that names the mistake
    public CreditCode {
        if (text.length() != LENGTH) {
            throw new MistakeException(
                    "a unified social credit code has 18 characters, this one " + text.length(),
                    "统一社会信用代码为 18 位，现为 " + text.length() + " 位。");
        }
        if (!LETTERS.matcher(text).matches()) {
            throw new MistakeException(
                    "has a character that a unified social credit code cannot have: digits and capital letters but I, O,"
                            + " S, V, Z",
                    "含有统一社会信用代码不使用的字符：只用数字和大写字母，且不用 I、O、S、V、Z。");
        }
        if (checkCharacter(text) != text.charAt(LAST)) {
            throw new MistakeException(
                    "its check character does not fit: copy it again from the licence", "校验码不符，请对照营业执照重新填写。");
        }
        if (!HEAD.matcher(text).matches()) {
            throw new MistakeException(
                    "begins with an authority, kind or district that there is not: copy it again from the licence",
                    "登记管理部门、机构类别或行政区划代码不存在，请对照营业执照重新填写。");
        }
    }

    /// The 18th character that belongs to the first 17: weights 3^i mod 31.
    static char checkCharacter(String text) {
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < LAST; i++) {
            sum += ALPHABET.indexOf(text.charAt(i)) * weight;
            weight = weight * 3 % MODULUS;
        }
        return ALPHABET.charAt((MODULUS - sum % MODULUS) % MODULUS);
    }
}
