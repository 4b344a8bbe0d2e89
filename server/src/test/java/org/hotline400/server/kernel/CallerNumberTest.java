package org.hotline400.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotline400.server.kernel.CallerNumber.Kind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerNumberTest {

    @ParameterizedTest
    @CsvSource({
        "13812345678, 13812345678, MOBILE",
        "+86 138 1234 5678, 13812345678, MOBILE",
        "008613812345678, 13812345678, MOBILE",
        "8613812345678, 13812345678, MOBILE",
        "013812345678, 13812345678, MOBILE",
        "1795113812345678, 13812345678, MOBILE",
        "12593013812345678, 13812345678, MOBILE",
        "12520013812345678, 13812345678, MOBILE",
        "010-66668888, 01066668888, FIXED",
        "+861066668888, 01066668888, FIXED",
        "17909075566668888, 075566668888, FIXED",
        "66668888, 01066668888, FIXED",
        "86001234, 01086001234, FIXED",
        "10086, 10086, SERVICE",
        "95588, 95588, SERVICE",
        "4008888888, 4008888888, SERVICE",
        "+85291234567, +85291234567, INTERNATIONAL",
        "0014155550100, +14155550100, INTERNATIONAL",
        "'', '', WITHHELD",
        "Anonymous, '', WITHHELD",
        "alice, alice, UNKNOWN",
        "123456789012345, 123456789012345, UNKNOWN"
    })
    void isReadAsCarriersSignalIt(String raw, String normalised, Kind kind) {
        assertThat(CallerNumber.of(raw, "010")).isEqualTo(new CallerNumber(raw, normalised, kind));
    }
}
