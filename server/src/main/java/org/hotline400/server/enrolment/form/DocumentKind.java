package org.hotline400.server.enrolment.form;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.MistakeException;

/// Documents by which a person can be known. Each has a form of its own.
public enum DocumentKind {
    /// 居民身份证
    ID_CARD("居民身份证", "mainland identity card"),
    /// 护照
    PASSPORT("护照", "passport"),
    /// 港澳居民来往内地通行证（回乡证）
    HK_MACAO_PERMIT("港澳居民来往内地通行证", "permit of Hong Kong and Macao residents"),
    /// 台湾居民来往大陆通行证（台胞证）
    TAIWAN_PERMIT("台湾居民来往大陆通行证", "permit of Taiwan residents"),
    /// 港澳台居民居住证
    RESIDENCE_PERMIT("港澳台居民居住证", "residence permit of Hong Kong, Macao and Taiwan residents"),
    /// 外国人永久居留身份证
    PERMANENT_RESIDENCE_CARD("外国人永久居留身份证", "foreigner's permanent residence card");

    /// GB/T 2260: the provinces of the mainland.
    private static final Set<String> PROVINCES = Set.of(
            "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37", "41", "42", "43",
            "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64", "65");

    private static final Set<String> OUTSIDE = Set.of("81", "82", "83");
    private static final Pattern PASSPORT_FORM = Pattern.compile("(?=.*[0-9])[A-Z0-9]{6,12}");
    /// H Hong Kong, M Macao; earlier cards have two digits more, which count the times it was issued.
    private static final Pattern HK_MACAO_FORM = Pattern.compile("[HM][0-9]{8}([0-9]{2})?");
    private static final Pattern TAIWAN_FORM = Pattern.compile("[0-9]{8}");
    /// The card before 2023: country, then twelve digits.
    private static final Pattern OLDER_CARD = Pattern.compile("[A-Z]{3}[0-9]{12}");

    private final String chinese;
    private final String english;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    DocumentKind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /// The text code: `hk-macao-permit`.
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /// @throws MistakeException when there is no document with this code
    public static DocumentKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code.equals(code))
                .findFirst()
                .orElseThrow(() -> {
                    var known = Arrays.stream(values()).map(DocumentKind::code).collect(Collectors.joining(", "));
                    return new MistakeException("is one of " + known, "取值为以下之一：" + known + "。");
                });
    }

    /// Whether a number can be of such a document.
    ///
    /// @return the date of birth, where the number has it
    /// @throws MistakeException that names the mistake
    Optional<LocalDate> check(String number) {
        return switch (this) {
            case ID_CARD -> Optional.of(card(number, PROVINCES).birth());
            case RESIDENCE_PERMIT -> Optional.of(card(number, OUTSIDE).birth());
            case PASSPORT -> form(PASSPORT_FORM, number, "6 to 12 capital letters and digits", "6 至 12 位大写字母和数字");
            case HK_MACAO_PERMIT ->
                form(HK_MACAO_FORM, number, "H or M and 8 digits (10 on older ones)", "H 或 M 加 8 位数字（旧证为 10 位）");
            case TAIWAN_PERMIT -> form(TAIWAN_FORM, number, "8 digits", "8 位数字");
            case PERMANENT_RESIDENCE_CARD -> permanent(number);
        };
    }

    private static CitizenNumber card(String number, Set<String> provinces) {
        var card = new CitizenNumber(number);
        if (!provinces.contains(card.province())) {
            throw new MistakeException(
                    "begins with a region that such a document does not have: copy it again, or choose another document",
                    "前两位地区码与该证件类型不符，请对照证件重新填写或更换证件类型。");
        }
        return card;
    }

    private static Optional<LocalDate> permanent(String number) {
        if (number.startsWith("9")) {
            return Optional.of(new CitizenNumber(number).birth());
        }
        return form(
                OLDER_CARD,
                number,
                "18 digits beginning with 9, or 3 letters and 12 digits",
                "以 9 开头的 18 位数字，或 3 位字母加 12 位数字（旧证）");
    }

    private static Optional<LocalDate> form(Pattern form, String number, String english, String chinese) {
        if (!form.matcher(number).matches()) {
            throw new MistakeException(
                    "has " + english + ": copy it again from the document", "应为" + chinese + "，请对照证件重新填写。");
        }
        return Optional.empty();
    }
}
