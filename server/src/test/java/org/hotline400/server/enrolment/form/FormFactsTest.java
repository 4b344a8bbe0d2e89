package org.hotline400.server.enrolment.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.Violation;
import org.junit.jupiter.api.Test;

class FormFactsTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);

    private static List<String> wrong(Form form) {
        return FormFacts.wrong(FormText.normalise(form), TODAY).stream()
                .map(Violation::field)
                .toList();
    }

    @Test
    void a_form_that_is_right_is_right() {
        assertThat(FormFacts.wrong(Samples.shop("4001370001"), TODAY)).isEmpty();
        assertThat(FormFields.missing(Samples.shop("4001370001"))).isEmpty();
    }

    @Test
    void an_empty_form_has_nothing_wrong_and_everything_missing() {
        assertThat(FormFacts.wrong(Form.EMPTY, TODAY)).isEmpty();
        assertThat(FormFields.missing(Form.EMPTY))
                .contains("entity", "company.creditCode", "handler.mobile", "choice.forwardTo")
                .doesNotContain("company.licenceFrom", "legalRepresentative.mobile", "legalRepresentative.mail");
    }

    @Test
    void everything_that_is_wrong_is_told_at_once_in_both_languages_with_its_field() {
        var form = new Form(
                Optional.of("person"),
                Optional.of("maternity"),
                new Form.Company(
                        Optional.of("短"),
                        Optional.of("91350100M000100Y44"),
                        Optional.of("2026-02-30"),
                        Optional.of("2026-11-26"),
                        Optional.of("无")),
                new Form.Person(
                        Optional.of("李"),
                        Optional.of("library-card"),
                        Optional.of("1"),
                        Optional.of("soon"),
                        Optional.of("12345678901"),
                        Optional.of("nobody")),
                Form.Person.EMPTY,
                new Form.Choice(
                        Optional.of("400-120-120"),
                        Optional.of("basic"),
                        Optional.of(61),
                        Optional.of("卖"),
                        List.of("13800000001", "95588")));

        var violations = FormFacts.wrong(form, TODAY);

        assertThat(violations)
                .extracting(Violation::field)
                .containsExactlyInAnyOrder(
                        "entity",
                        "company.name",
                        "company.creditCode",
                        "company.licenceFrom",
                        "company.licenceUntil",
                        "company.address",
                        "legalRepresentative.name",
                        "legalRepresentative.document",
                        "legalRepresentative.until",
                        "legalRepresentative.mobile",
                        "legalRepresentative.mail",
                        "choice.number",
                        "choice.termMonths",
                        "choice.purpose",
                        "choice.forwardTo[1]");
        assertThat(violations).allMatch(one -> one.chinese().isPresent());
    }

    @Test
    void no_end_is_a_date_and_a_date_that_has_passed_is_none() {
        assertThat(wrong(licensed("2020-01-01", "长期"))).isEmpty();
        assertThat(wrong(licensed("2020-01-01", "長期"))).isEmpty();
        assertThat(wrong(licensed("2020年1月1日", "2026.11.27"))).isEmpty();
        assertThat(wrong(licensed("2020-01-01", "2026-11-26"))).containsExactly("company.licenceUntil");
        assertThat(wrong(licensed("2026-11-28", "长期"))).containsExactly("company.licenceFrom");
        assertThat(wrong(licensed("长期", "长期"))).containsExactly("company.licenceFrom");
        assertThat(FormFacts.wrong(licensed("2026-01-01", "2025-01-01"), TODAY))
                .extracting(Violation::code)
                .containsExactly("applications.expired", "applications.wrong");
    }

    private static Form licensed(String from, String until) {
        var form = Samples.shop("4001370001");
        var company = form.company();
        return Samples.with(
                form,
                new Form.Company(
                        company.name(),
                        company.creditCode(),
                        Optional.of(from),
                        Optional.of(until),
                        company.address()));
    }

    @Test
    void a_legal_representative_is_of_age_to_the_day() {
        assertThat(FormFacts.wrong(represented("20081127"), TODAY)).isEmpty();
        assertThat(FormFacts.wrong(represented("20081128"), TODAY))
                .singleElement()
                .satisfies(one -> {
                    assertThat(one.field()).isEqualTo("legalRepresentative.number");
                    assertThat(one.code()).isEqualTo("applications.under-age");
                });
        assertThat(wrong(represented("20270101"))).containsExactly("legalRepresentative.number");
        assertThat(wrong(represented("19000101"))).containsExactly("legalRepresentative.number");
    }

    private static Form represented(String birth) {
        var form = Samples.shop("4001370001");
        var person = form.legalRepresentative();
        return Samples.withRepresentative(
                form,
                new Form.Person(
                        person.name(),
                        person.document(),
                        Optional.of(Samples.idCard(birth)),
                        person.until(),
                        person.mobile(),
                        person.mail()));
    }

    @Test
    void full_width_letters_and_blanks_are_read_as_they_are_meant() {
        var company = new Form.Company(
                Optional.of("  测试（中国）　有限公司 "),
                Optional.of("９１３５０１００ m000100y43"),
                Optional.empty(),
                Optional.of("　"),
                Optional.empty());
        var person = new Form.Person(
                Optional.of("张三"),
                Optional.of("ID-Card"),
                Optional.of("１１０１０５ 19491231 002ｘ"),
                Optional.of("２０３０．１２．３１"),
                Optional.of("+86 138-0000-0001"),
                Optional.of("Zhang＠example．com"));
        var form = FormText.normalise(
                new Form(Optional.of(" Enterprise "), Optional.of(""), company, person, person, Form.Choice.EMPTY));

        assertThat(form.entity()).contains("enterprise");
        assertThat(form.trade()).isEmpty();
        assertThat(form.company().name()).contains("测试（中国） 有限公司");
        assertThat(form.company().creditCode()).contains("91350100M000100Y43");
        assertThat(form.company().licenceUntil()).isEmpty();
        assertThat(form.handler())
                .isEqualTo(new Form.Person(
                        Optional.of("张三"),
                        Optional.of("id-card"),
                        Optional.of("11010519491231002X"),
                        Optional.of("2030-12-31"),
                        Optional.of("13800000001"),
                        Optional.of("Zhang@example.com")));
        assertThat(FormText.normalise(form)).as("once more").isEqualTo(form);
    }

    @Test
    void persons_are_masked_and_come_back_as_they_are_where_the_mask_was_sent_back() {
        var stored = Samples.shop("4001370001");
        var person = new Form.Person(
                Optional.of("张小测"),
                Optional.of("id-card"),
                Optional.of("31010519491231002X"),
                Optional.of("长期"),
                Optional.of("13812340001"),
                Optional.of("zhang@example.com"));
        assertThat(FormMask.mask(person))
                .isEqualTo(new Form.Person(
                        Optional.of("张**"),
                        Optional.of("id-card"),
                        Optional.of("3****************X"),
                        Optional.of("长期"),
                        Optional.of("138****0001"),
                        Optional.of("z***@example.com")));

        assertThat(FormMask.unmask(FormMask.mask(stored), stored)).isEqualTo(stored);
        var edited = Samples.withRepresentative(FormMask.mask(stored), person);
        assertThat(FormMask.unmask(edited, stored)).isEqualTo(Samples.withRepresentative(stored, person));
    }
}
