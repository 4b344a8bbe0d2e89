package org.hotline400.server.enrolment.web;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.kernel.Checks;
import org.jspecify.annotations.Nullable;

/// What an application says, on the wire. Fields may be absent until it is handed in.
///
/// @param entity `enterprise`, `sole-proprietor`, `foreign-invested`, `public-body`
/// @param trade a code of `GET /api/v1/application-rules`
public record FormBody(
        @Nullable String entity,
        @Nullable String trade,
        @Nullable CompanyBody company,
        @Nullable PersonBody legalRepresentative,
        @Nullable PersonBody handler,
        @Nullable ChoiceBody choice) {
    private static final int LONGEST = 500;
    private static final int MOST_LINES = 50;

    /// @param creditCode 18 characters
    /// @param licenceFrom `2020-12-31`
    /// @param licenceUntil `2030-12-31`, or `长期` for no end
    public record CompanyBody(
            @Nullable String name,
            @Nullable String creditCode,
            @Nullable String licenceFrom,
            @Nullable String licenceUntil,
            @Nullable String address) {
        static final CompanyBody NONE = new CompanyBody(null, null, null, null, null);

        static CompanyBody of(Form.Company one) {
            return new CompanyBody(
                    one.name().orElse(null),
                    one.creditCode().orElse(null),
                    one.licenceFrom().orElse(null),
                    one.licenceUntil().orElse(null),
                    one.address().orElse(null));
        }
    }

    /// Masked where it is shown, unless it was asked for in clear. A field that comes back as it was shown
    /// stays as it is.
    ///
    /// @param document `id-card`, `passport`, `hk-macao-permit`, `taiwan-permit`, `residence-permit`,
    ///     `permanent-residence-card`
    /// @param until `2030-12-31`, or `长期` for no end
    public record PersonBody(
            @Nullable String name,
            @Nullable String document,
            @Nullable String number,
            @Nullable String until,
            @Nullable String mobile,
            @Nullable String mail) {
        static final PersonBody NONE = new PersonBody(null, null, null, null, null, null);

        static PersonBody of(Form.Person one) {
            return new PersonBody(
                    one.name().orElse(null),
                    one.document().orElse(null),
                    one.number().orElse(null),
                    one.until().orElse(null),
                    one.mobile().orElse(null),
                    one.mail().orElse(null));
        }

        @Override
        public String toString() {
            return "PersonBody[]";
        }
    }

    /// @param number a 400 number, as people write it
    /// @param tariff a code of `GET /api/v1/tariffs`
    /// @param purpose what callers will be served with
    /// @param forwardTo lines that answer, at most ten
    public record ChoiceBody(
            @Nullable String number,
            @Nullable String tariff,
            @Nullable Integer termMonths,
            @Nullable String purpose,
            @Nullable List<String> forwardTo) {
        static final ChoiceBody NONE = new ChoiceBody(null, null, null, null, null);

        static ChoiceBody of(Form.Choice one) {
            return new ChoiceBody(
                    one.number().orElse(null),
                    one.tariff().orElse(null),
                    one.termMonths().orElse(null),
                    one.purpose().orElse(null),
                    one.forwardTo());
        }
    }

    public static FormBody of(Form form) {
        return new FormBody(
                form.entity().orElse(null),
                form.trade().orElse(null),
                CompanyBody.of(form.company()),
                PersonBody.of(form.legalRepresentative()),
                PersonBody.of(form.handler()),
                ChoiceBody.of(form.choice()));
    }

    /// As it was written; only what is far too long is refused here.
    Form read(Checks checks) {
        return new Form(
                text("entity", entity, checks),
                text("trade", trade, checks),
                read(company == null ? CompanyBody.NONE : company, checks),
                read("legalRepresentative", legalRepresentative, checks),
                read("handler", handler, checks),
                read(choice == null ? ChoiceBody.NONE : choice, checks));
    }

    private static Form.Company read(CompanyBody one, Checks checks) {
        return new Form.Company(
                text("company.name", one.name(), checks),
                text("company.creditCode", one.creditCode(), checks),
                text("company.licenceFrom", one.licenceFrom(), checks),
                text("company.licenceUntil", one.licenceUntil(), checks),
                text("company.address", one.address(), checks));
    }

    private static Form.Person read(String path, @Nullable PersonBody body, Checks checks) {
        var one = body == null ? PersonBody.NONE : body;
        return new Form.Person(
                text(path + ".name", one.name(), checks),
                text(path + ".document", one.document(), checks),
                text(path + ".number", one.number(), checks),
                text(path + ".until", one.until(), checks),
                text(path + ".mobile", one.mobile(), checks),
                text(path + ".mail", one.mail(), checks));
    }

    private static Form.Choice read(ChoiceBody one, Checks checks) {
        var lines = one.forwardTo() == null ? List.<String>of() : one.forwardTo();
        if (lines.size() > MOST_LINES) {
            checks.add("choice.forwardTo", "too-long", "has at most ten lines", "最多十个接听号码。");
        }
        return new Form.Choice(
                text("choice.number", one.number(), checks),
                text("choice.tariff", one.tariff(), checks),
                Optional.ofNullable(one.termMonths()),
                text("choice.purpose", one.purpose(), checks),
                lines.stream()
                        .limit(MOST_LINES)
                        .flatMap(line -> text("choice.forwardTo", line, checks).stream())
                        .toList());
    }

    private static Optional<String> text(String field, @Nullable String text, Checks checks) {
        if (text != null && text.length() > LONGEST) {
            checks.add(field, "too-long", "has at most " + LONGEST + " characters", "最多 " + LONGEST + " 个字。");
            return Optional.empty();
        }
        // A character that no text in the database can have.
        return Optional.ofNullable(text).map(one -> one.replace("\0", ""));
    }
}
