package org.hotline400.server.enrolment.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.hotline400.server.enrolment.Intake.Channel;
import org.hotline400.server.enrolment.form.EntityKind;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.numbers.grading.NumberClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RulesFileTest {
    private final Rules rules = RulesFile.own();

    @Test
    void everybody_shows_four_papers_before_entity_and_trade_are_known() {
        assertThat(rules.papers(Optional.empty(), Optional.empty(), Channel.ONLINE))
                .containsExactly(
                        PaperKind.BUSINESS_LICENCE,
                        PaperKind.LEGAL_REPRESENTATIVE_ID,
                        PaperKind.HANDLER_ID,
                        PaperKind.APPLICATION_FORM);
    }

    @ParameterizedTest
    @CsvSource({
        "education, SCHOOL_LICENCE",
        "medical, MEDICAL_LICENCE",
        "finance, FINANCE_LICENCE",
        "franchise, FRANCHISE_LICENCE"
    })
    void a_trade_that_needs_a_licence_shows_it(String trade, PaperKind licence) {
        assertThat(rules.papers(Optional.of(EntityKind.ENTERPRISE), Optional.of(trade), Channel.ONLINE))
                .hasSize(5)
                .contains(licence);
    }

    @Test
    void a_foreign_invested_enterprise_shows_its_approval_and_applies_at_the_counter_only() {
        assertThat(rules.papers(Optional.of(EntityKind.FOREIGN_INVESTED), Optional.of("retail"), Channel.ONLINE))
                .contains(PaperKind.FOREIGN_INVESTMENT_APPROVAL);
        assertThat(rules.of(EntityKind.FOREIGN_INVESTED).ways()).containsExactly(IntakeWay.CARRIER_DIRECT);
    }

    @Test
    void a_sole_proprietor_has_ordinary_numbers_only() {
        assertThat(rules.of(EntityKind.SOLE_PROPRIETOR).classes()).containsExactly(NumberClass.ORDINARY);
    }

    @Test
    void what_came_on_paper_needs_no_upload_of_the_form() {
        assertThat(rules.papers(Optional.of(EntityKind.ENTERPRISE), Optional.of("retail"), Channel.PAPER))
                .doesNotContain(PaperKind.APPLICATION_FORM)
                .contains(PaperKind.BUSINESS_LICENCE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"business-licence\", \"legal | \"no-such-paper\", \"legal",
                "\"sole-proprietor\" | \"enterprise\"",
                "\"code\": \"education\" | \"code\": \"medical\"",
                "[\"91\", \"93\", \"N\"] | []",
                "\"waivedOnPaper\" | \"waivedOnPapers\"",
                "[\"carrier-direct\"] | [\"by-pigeon\"]"
            })
    void rules_that_cannot_be_are_refused(String from, String to) throws IOException {
        try (var own = RulesFile.class.getResourceAsStream("/enrolment/rules.json")) {
            var text = new String(own.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(text).contains(from);
            var changed = text.replace(from, to).getBytes(StandardCharsets.UTF_8);
            assertThatThrownBy(() -> RulesFile.read(new ByteArrayInputStream(changed)))
                    .isInstanceOf(RuntimeException.class);
        }
    }
}
