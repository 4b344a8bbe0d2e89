package org.hotline400.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MoneyTest {
    @ParameterizedTest
    @CsvSource({
        "12.5, 12500000, 12.50",
        "0.000001, 1, 0.000001",
        "-0.000001, -1, -0.000001",
        "007, 7000000, 7.00",
        "1.50000000, 1500000, 1.50",
        "9223372036854.775807, 9223372036854775807, 9223372036854.775807"
    })
    void isReadAsDecimalYuan(String text, long micro, String written) {
        assertThat(Money.parse(text)).isEqualTo(new Money(micro)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " 1", "+1", "1,5", ".5", "5.", "1e3", "1E-3", "0x10", "NaN", "１２", "--1", "12.50 元"})
    void whatIsNoDecimalNumberIsRefused(String text) {
        assertThatThrownBy(() -> Money.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("decimal yuan such as 12.50");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0000001", "9223372036854.775808", "99999999999999999999"})
    void whatIsTooFineOrTooLargeIsRefused(String text) {
        assertThatThrownBy(() -> Money.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at most six decimals");
    }

    /// An exponent once made a number of that many digits out of it, for seconds or until the memory was full.
    @Test
    @Timeout(10)
    void aFewCharactersDoNotMakeMillionsOfDigits() {
        assertThat(Duration.ofNanos(took("1e600000000") + took("1e-600000000") + took("9".repeat(1_000_000))))
                .isLessThan(Duration.ofSeconds(1));
    }

    private static long took(String text) {
        long began = System.nanoTime();
        assertThatThrownBy(() -> Money.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .hasSizeLessThan(200);
        return System.nanoTime() - began;
    }
}
