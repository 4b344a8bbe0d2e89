package org.hotline400.server.calls.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.kernel.CallerNumber;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MaskedCallerTest {

    @ParameterizedTest
    @CsvSource({
        "13800010001, 138****0001, 138****0001",
        "+8613800010001, +861****0001, 138****0001",
        "01066660001, 010****0001, 010****0001",
        "+4930123456789, +493****6789, +493****6789",
        "66660001, ****, ****",
    })
    void a_persons_number_keeps_its_beginning_and_its_end(String raw, String maskedRaw, String maskedNormalised) {
        var masked = MaskedCaller.of(CallerNumber.of(raw, ""));

        assertThat(masked.raw()).isEqualTo(maskedRaw);
        assertThat(masked.normalised()).isEqualTo(maskedNormalised);
    }

    @ParameterizedTest
    @CsvSource({"10086", "95588"})
    void a_services_number_belongs_to_nobody(String raw) {
        assertThat(MaskedCaller.of(CallerNumber.of(raw, "")).normalised()).isEqualTo(raw);
    }
}
