package org.hotline400.server.enrolment.papers.hints;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.papers.PaperKind;

/// Compares what was read in a paper with what its form says. A machine reads badly: whatever it does not find
/// may be there all the same.
final class PaperText {
    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}]+");
    /// GB 32100-2015 §4.1, with the letters that are taken for digits.
    private static final Pattern CODE = Pattern.compile("(?<![0-9A-Z])[0-9A-Z]{18}(?![0-9A-Z])");

    private static final Pattern NAME =
            Pattern.compile("(?:企业名称|单位名称|名称)[:：]?([\\u4e00-\\u9fff()（）·A-Za-z0-9]{4,40}?(?:公司|厂|店|中心|学校|医院|社|部|行|院))");

    private final String text;
    private final Form form;

    private PaperText(String text, Form form) {
        this.text = text;
        this.form = form;
    }

    static List<PaperHint> compare(PaperKind kind, String read, Form form) {
        PaperText text = new PaperText(plain(read), form);
        List<PaperHint> hints = new ArrayList<>();
        switch (kind) {
            case BUSINESS_LICENCE -> {
                text.name().ifPresent(hints::add);
                text.code().ifPresent(hints::add);
                text.representative().ifPresent(hints::add);
            }
            case SCHOOL_LICENCE,
                    MEDICAL_LICENCE,
                    FINANCE_LICENCE,
                    FRANCHISE_LICENCE,
                    FOREIGN_INVESTMENT_APPROVAL,
                    APPLICATION_FORM -> text.name().ifPresent(hints::add);
            case LEGAL_REPRESENTATIVE_ID, HANDLER_ID -> {}
        }
        return hints;
    }

    /// Full width and half width alike, without blanks, which a reader of Chinese puts anywhere.
    static String plain(String text) {
        return BLANKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT);
    }

    private Optional<PaperHint> name() {
        return form.company().name().map(name -> {
            if (text.contains(plain(name))) {
                return new PaperHint(
                        PaperHint.Kind.NAME_READ,
                        "The enterprise's name was read in the paper as the form has it.",
                        "在材料中识别到与申请表一致的企业名称。");
            }
            String read = NAME.matcher(text)
                    .results()
                    .findFirst()
                    .map(found -> found.group(1))
                    .orElse("");
            return read.isEmpty() ? notFound(name) : differs(name, read);
        });
    }

    private static PaperHint notFound(String name) {
        return new PaperHint(
                PaperHint.Kind.NAME_DIFFERS,
                "The enterprise's name in the form (" + name + ") was not found in the paper; compare them.",
                "未在材料中识别到申请表填写的企业名称（" + name + "），请人工比对。");
    }

    private static PaperHint differs(String name, String read) {
        return new PaperHint(
                PaperHint.Kind.NAME_DIFFERS,
                "The paper seems to say " + read + ", the form says " + name + "; compare them.",
                "材料上识别为“" + read + "”，申请表为“" + name + "”，请人工比对。");
    }

    private Optional<PaperHint> code() {
        return form.company().creditCode().flatMap(code -> {
            List<String> read = CODE.matcher(text)
                    .results()
                    .map(found -> found.group())
                    .filter(PaperText::mayBeCode)
                    .toList();
            if (text.contains(plain(code))
                    || read.stream().anyMatch(one -> alike(one).equals(alike(plain(code))))) {
                return Optional.of(new PaperHint(
                        PaperHint.Kind.CODE_READ,
                        "The credit code was read in the paper as the form has it.",
                        "在材料中识别到与申请表一致的统一社会信用代码。"));
            }
            return read.stream()
                    .findFirst()
                    .map(one -> new PaperHint(
                            PaperHint.Kind.CODE_DIFFERS,
                            "The paper seems to have the credit code " + one + ", the form has " + code
                                    + "; compare them.",
                            "材料上识别的统一社会信用代码为 " + one + "，申请表为 " + code + "，请人工比对。"));
        });
    }

    /// Registered by the market regulator, mostly (9…), or civil affairs and others; a word has no digits.
    private static boolean mayBeCode(String text) {
        return alike(text).chars().filter(Character::isDigit).count() >= 8;
    }

    /// With the letters that no code has as the digits that they are read for.
    private static String alike(String code) {
        return code.replace('O', '0')
                .replace('I', '1')
                .replace('Z', '2')
                .replace('S', '5')
                .replace('B', '8');
    }

    /// Without saying the name: hints are read by more people than names are.
    private Optional<PaperHint> representative() {
        return form.legalRepresentative()
                .name()
                .filter(name -> !text.contains(plain(name)))
                .map(name -> new PaperHint(
                        PaperHint.Kind.REPRESENTATIVE_NOT_FOUND,
                        "The legal representative's name in the form was not found in the paper; compare them.",
                        "未在材料中识别到申请表填写的法定代表人姓名，请人工比对。"));
    }
}
