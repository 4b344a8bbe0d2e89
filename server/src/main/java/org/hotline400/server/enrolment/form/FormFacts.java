package org.hotline400.server.enrolment.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Violation;

/// What a machine can know to be wrong with a form: facts, never guesses. Fields that are empty are not wrong.
public final class FormFacts {
    private static final String WRONG = "applications.wrong";
    private static final int OF_AGE = 18;
    private static final int OLDEST = 120;
    private static final int MOST_LINES = 10;
    private static final int MOST_MONTHS = 60;
    private static final Pattern MOBILE = Pattern.compile("1[3-9][0-9]{9}");
    private static final Pattern LINE = Pattern.compile("1[3-9][0-9]{9}|0[1-9][0-9]{8,10}");
    private static final Pattern MAIL = Pattern.compile("[^@\\s]{1,64}@[A-Za-z0-9-]+(\\.[A-Za-z0-9-]+)+");

    private final Checks checks = new Checks();
    private final LocalDate today;

    private FormFacts(LocalDate today) {
        this.today = today;
    }

    /// Everything that is wrong, each with its field and the fix.
    ///
    /// @param today in Asia/Shanghai
    public static List<Violation> wrong(Form form, LocalDate today) {
        var facts = new FormFacts(today);
        facts.look(form);
        try {
            facts.checks.done();
            return List.of();
        } catch (InvalidInputException e) {
            return e.violations();
        }
    }

    private void look(Form form) {
        check("entity", form.entity(), FormFacts::entity);
        company(form.company());
        person("legalRepresentative", form.legalRepresentative(), true);
        person("handler", form.handler(), false);
        choice(form.choice());
    }

    private static EntityKind entity(String code) {
        try {
            return EntityKind.of(code);
        } catch (IllegalArgumentException e) {
            throw new MistakeException(
                    "is one of enterprise, sole-proprietor, foreign-invested, public-body",
                    "取值为：enterprise（企业）、sole-proprietor（个体工商户）、foreign-invested（外商投资企业）、public-body（机关、事业单位、社会团体）。");
        }
    }

    private void company(Form.Company company) {
        length("company.name", company.name(), 2, 100);
        check("company.creditCode", company.creditCode(), CreditCode::new);
        var from = check("company.licenceFrom", company.licenceFrom(), FormFacts::day);
        from.filter(today::isBefore)
                .ifPresent(_ -> checks.add(
                        "company.licenceFrom",
                        WRONG,
                        "is in the future: the licence does not hold yet",
                        "起始日期晚于今天，营业执照尚未生效。"));
        var until = until("company.licenceUntil", company.licenceUntil());
        if (from.isPresent() && until.filter(from.get()::isAfter).isPresent()) {
            checks.add(
                    "company.licenceUntil", WRONG, "is before the day on which the licence begins", "截止日期早于起始日期，请核对。");
        }
        length("company.address", company.address(), 4, 200);
    }

    private void person(String path, Form.Person person, boolean mustBeOfAge) {
        length(path + ".name", person.name(), 2, 60);
        var kind = check(path + ".document", person.document(), DocumentKind::of);
        if (kind.isPresent()) {
            var birth =
                    check(path + ".number", person.number(), kind.get()::check).flatMap(Function.identity());
            birth.ifPresent(day -> age(path + ".number", day, mustBeOfAge));
        }
        until(path + ".until", person.until());
        check(
                path + ".mobile",
                person.mobile(),
                text -> matching(
                        MOBILE,
                        text,
                        "is a mobile of eleven digits, such as 13800000001",
                        "应为 11 位手机号码，例如 13800000001。"));
        check(
                path + ".mail",
                person.mail(),
                text -> matching(
                        MAIL, text, "is a mail address such as name@example.com", "应为邮箱地址，例如 name@example.com。"));
    }

    private void age(String field, LocalDate birth, boolean mustBeOfAge) {
        if (birth.isAfter(today) || birth.isBefore(today.minusYears(OLDEST))) {
            checks.add(field, WRONG, "its date of birth cannot be: copy it again from the card", "出生日期不合理，请对照证件重新填写。");
        } else if (mustBeOfAge && birth.isAfter(today.minusYears(OF_AGE))) {
            checks.add(field, "applications.under-age", "a legal representative is 18 or older", "法定代表人须年满 18 周岁。");
        }
    }

    private void choice(Form.Choice choice) {
        check("choice.number", choice.number(), HotlineNumber::parse);
        choice.termMonths()
                .filter(months -> months < 1 || months > MOST_MONTHS)
                .ifPresent(_ -> checks.add("choice.termMonths", WRONG, "is 1 to 60 months", "取值为 1 到 60 个月。"));
        length("choice.purpose", choice.purpose(), 4, 200);
        var lines = choice.forwardTo();
        if (lines.size() > MOST_LINES) {
            checks.add("choice.forwardTo", WRONG, "has at most ten lines", "最多十个接听号码。");
        }
        for (int i = 0; i < Math.min(lines.size(), MOST_LINES); i++) {
            check("choice.forwardTo[" + i + "]", Optional.of(lines.get(i)), FormFacts::line);
        }
    }

    private static String line(String text) {
        return matching(
                LINE,
                text,
                "is a mobile, or a fixed line with its area code, such as 01062345678",
                "应为手机号码，或带区号的固定电话，例如 01062345678。");
    }

    /// @return the last day; empty for no end, and where it is wrong
    private Optional<LocalDate> until(String field, Optional<String> text) {
        var day = check(field, text.filter(one -> !one.equals(FormText.NO_END)), FormFacts::dayOrNoEnd);
        day.filter(today::isAfter)
                .ifPresent(_ -> checks.add(
                        field,
                        "applications.expired",
                        "has expired: renew it and name the new date",
                        "已过期，请换发后填写新的有效期。"));
        return day;
    }

    private static LocalDate dayOrNoEnd(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new MistakeException("is a day such as 2030-12-31, or 长期 for no end", "应为日期（例如 2030-12-31）或“长期”。");
        }
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException e) {
            throw new MistakeException("is a day such as 2020-12-31", "应为日期，例如 2020-12-31。");
        }
    }

    private static String matching(Pattern form, String text, String english, String chinese) {
        if (!form.matcher(text).matches()) {
            throw new MistakeException(english, chinese);
        }
        return text;
    }

    private void length(String field, Optional<String> text, int least, int most) {
        Consumer<String> refuse = _ -> checks.add(
                field, WRONG, "has " + least + " to " + most + " characters", "应为 " + least + " 到 " + most + " 个字。");
        text.filter(one -> one.length() < least || one.length() > most).ifPresent(refuse);
    }

    private <V> Optional<V> check(String field, Optional<String> text, Function<String, V> parse) {
        return checks.readIfPresent(field, WRONG, text.orElse(null), parse);
    }
}
