package org.hotline400.server.enrolment.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.hotline400.server.kernel.MistakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CreditCodeTest {
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    @ParameterizedTest
    // The example of GB 32100-2015, and the one that python-stdnum publishes.
    @ValueSource(strings = {"91350100M000100Y43", "91110000600037341L"})
    void published_codes_hold(String code) {
        assertThat(new CreditCode(code).text()).isEqualTo(code);
    }

    @Test
    void every_change_of_one_character_is_found() {
        var code = "91350100M000100Y43";
        for (int i = 0; i < code.length(); i++) {
            for (int j = 0; j < ALPHABET.length(); j++) {
                var changed = code.substring(0, i) + ALPHABET.charAt(j) + code.substring(i + 1);
                if (!changed.equals(code)) {
                    assertThatThrownBy(() -> new CreditCode(changed))
                            .as(changed)
                            .isInstanceOf(MistakeException.class);
                }
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "91350100M000100Y4, 18 characters",
        "91350100M000100YI3, cannot have",
        "91350100m000100y43, cannot have",
        "91350100M000100Y44, check character"
    })
    void a_mistake_is_named(String code, String what) {
        assertThatThrownBy(() -> new CreditCode(code))
                .isInstanceOf(MistakeException.class)
                .hasMessageContaining(what);
    }

    @Test
    void an_authority_that_there_is_not_is_refused_though_the_check_character_fits() {
        var text = "01350100M000100Y4";
        assertThatThrownBy(() -> new CreditCode(text + CreditCode.checkCharacter(text)))
                .isInstanceOf(MistakeException.class)
                .hasMessageContaining("authority");
    }
}
