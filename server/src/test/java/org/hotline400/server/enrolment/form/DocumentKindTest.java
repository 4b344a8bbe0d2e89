package org.hotline400.server.enrolment.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.hotline400.server.kernel.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DocumentKindTest {
    /// The example of GB 11643-1999.
    private static final String EXAMPLE = "11010519491231002X";

    private static final String DIGITS = "0123456789X";

    @Test
    void the_standards_example_holds_and_tells_the_date_of_birth() {
        assertThat(DocumentKind.ID_CARD.check(EXAMPLE)).contains(LocalDate.of(1949, 12, 31));
    }

    @Test
    void every_change_of_one_digit_is_found() {
        for (int i = 0; i < EXAMPLE.length(); i++) {
            for (int j = 0; j < DIGITS.length(); j++) {
                var changed = EXAMPLE.substring(0, i) + DIGITS.charAt(j) + EXAMPLE.substring(i + 1);
                if (!changed.equals(EXAMPLE)) {
                    assertThatThrownBy(() -> DocumentKind.ID_CARD.check(changed))
                            .as(changed)
                            .isInstanceOf(MistakeException.class);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        // Check digits that fit, on what cannot be.
        "99010519491231, region",
        "11010519490230, date of birth",
        "81000019900101, region"
    })
    void a_region_or_date_that_there_is_not_is_refused_though_the_check_digit_fits(String head, String what) {
        var text = head + "002";
        assertThatThrownBy(() -> DocumentKind.ID_CARD.check(text + CitizenNumber.checkCharacter(text)))
                .isInstanceOf(MistakeException.class)
                .hasMessageContaining(what);
    }

    @Test
    void a_card_of_fifteen_digits_is_told_to_be_replaced() {
        assertThatThrownBy(() -> DocumentKind.ID_CARD.check("110105491231002"))
                .hasMessageContaining("not valid any more");
    }

    @ParameterizedTest
    @CsvSource({
        "passport, E12345678, true",
        "passport, EABCDEFGH, false",
        "passport, E123, false",
        "hk-macao-permit, H12345678, true",
        "hk-macao-permit, M1234567801, true",
        "hk-macao-permit, K12345678, false",
        "taiwan-permit, 12345678, true",
        "taiwan-permit, 1234567, false",
        "permanent-residence-card, USA110000000001, true",
        "permanent-residence-card, USA11000000000, false"
    })
    void other_documents_have_forms_of_their_own(String code, String number, boolean fits) {
        var kind = DocumentKind.of(code);
        if (fits) {
            assertThat(kind.check(number)).isEmpty();
        } else {
            assertThatThrownBy(() -> kind.check(number)).isInstanceOf(MistakeException.class);
        }
    }

    @ParameterizedTest
    @CsvSource({"residence-permit, 810000, 19850315", "permanent-residence-card, 911840, 19850315"})
    void newer_cards_of_others_have_a_check_digit_too(String code, String head, String birth) {
        var text = head + birth + "001";
        var good = text + CitizenNumber.checkCharacter(text);
        var kind = DocumentKind.of(code);

        assertThat(kind.check(good)).contains(LocalDate.of(1985, 3, 15));
        var bad = text + (good.endsWith("5") ? "6" : "5");
        assertThatThrownBy(() -> kind.check(bad)).isInstanceOf(MistakeException.class);
    }
}
