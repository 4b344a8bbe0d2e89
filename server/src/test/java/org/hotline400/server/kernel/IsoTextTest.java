package org.hotline400.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsoTextTest {
    @Test
    void readsDaysMonthsAndInstants() {
        assertThat(IsoText.day("2026-11-30")).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(IsoText.month("2026-11")).isEqualTo(YearMonth.of(2026, 11));
        assertThat(IsoText.instant("2026-11-30T09:00:00+08:00")).isEqualTo(Instant.parse("2026-11-30T01:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"+900000-01-01", "-0001-01-01", "+5000000-12", "-999999999-01-01", "2026", "", "2026-02-30"})
    void yearsHaveFourDigits(String text) {
        assertThatThrownBy(() -> IsoText.day(text)).isInstanceOf(DateTimeException.class);
        assertThatThrownBy(() -> IsoText.instant(text + "T00:00:00Z")).isInstanceOf(DateTimeException.class);
    }
}
