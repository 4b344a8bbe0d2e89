package org.hotline400.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.hotline400.server.kernel.CallerNumber.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallerNumberTest {

    @ParameterizedTest
    @CsvSource({
        // mobiles, with and without country, trunk zero, blanks and IP prefix
        "13812345678, 13812345678, MOBILE",
        "+86 138 1234 5678, 13812345678, MOBILE",
        "　138 1234 5678, 13812345678, MOBILE",
        "008613812345678, 13812345678, MOBILE",
        "8613812345678, 13812345678, MOBILE",
        "013812345678, 13812345678, MOBILE",
        "+86013812345678, 13812345678, MOBILE",
        "1795113812345678, 13812345678, MOBILE",
        "17951013812345678, 13812345678, MOBILE",
        "179518613812345678, 13812345678, MOBILE",
        "17951008613812345678, 13812345678, MOBILE",
        "+861795113812345678, 13812345678, MOBILE",
        "12593013812345678, 13812345678, MOBILE",
        "12520013812345678, 13812345678, MOBILE",
        "1791113812345678, 13812345678, MOBILE",
        "1019313812345678, 13812345678, MOBILE",
        "17951234567, 17951234567, MOBILE",
        "19912345678, 19912345678, MOBILE",
        // fixed lines
        "010-66668888, 01066668888, FIXED",
        "(0755)6666.8888, 075566668888, FIXED",
        "0937-2616161, 09372616161, FIXED",
        "+861066668888, 01066668888, FIXED",
        "+8601066668888, 01066668888, FIXED",
        "861066668888, 01066668888, FIXED",
        "8675566668888, 075566668888, FIXED",
        "17909075566668888, 075566668888, FIXED",
        "66668888, 01066668888, FIXED",
        "86001234, 01086001234, FIXED",
        // too short for a city of eight digits, or no area code at all
        "6666888, 6666888, UNKNOWN",
        "0106666888, 0106666888, UNKNOWN",
        "003066668888, +3066668888, INTERNATIONAL",
        "01166668888, 01166668888, UNKNOWN",
        // services, also as reached in a city or with the country before them
        "10086, 10086, SERVICE",
        "12345, 12345, SERVICE",
        "110, 110, SERVICE",
        "118114, 118114, SERVICE",
        "95588, 95588, SERVICE",
        "95017123, 95017123, SERVICE",
        "96110, 96110, SERVICE",
        "01095588, 95588, SERVICE",
        "075596110, 96110, SERVICE",
        "075512345, 12345, SERVICE",
        "+8695588, 95588, SERVICE",
        "008610086, 10086, SERVICE",
        "4008888888, 4008888888, SERVICE",
        "+864008888888, 4008888888, SERVICE",
        "8008208820, 8008208820, SERVICE",
        // other countries, Hong Kong among them
        "+85291234567, +85291234567, INTERNATIONAL",
        "0085291234567, +85291234567, INTERNATIONAL",
        "0014155550100, +14155550100, INTERNATIONAL",
        "+1 (415) 555-0100, +14155550100, INTERNATIONAL",
        "+123, +123, UNKNOWN",
        "00, 00, UNKNOWN",
        "+, +, UNKNOWN",
        "+0123456789, +0123456789, UNKNOWN",
        "+1234567890123456, +1234567890123456, UNKNOWN",
        // withheld
        "'', '', WITHHELD",
        "' ', '', WITHHELD",
        "Anonymous, '', WITHHELD",
        "RESTRICTED, '', WITHHELD",
        // no numbers
        "alice, alice, UNKNOWN",
        "138+12345678, 138+12345678, UNKNOWN",
        "１３８12345678, １３８12345678, UNKNOWN",
        "123456789012345, 123456789012345, UNKNOWN"
    })
    void isReadAsCarriersSignalIt(String raw, String normalised, Kind kind) {
        assertThat(CallerNumber.of(raw, "010")).isEqualTo(new CallerNumber(raw, normalised, kind));
    }

    @Test
    void aBareLocalNumberOfATrunkWithoutAreaCodeStaysUnknown() {
        assertThat(CallerNumber.of("66668888", "").kind()).isEqualTo(Kind.UNKNOWN);
        assertThat(CallerNumber.of("2616161", "0937"))
                .isEqualTo(new CallerNumber("2616161", "09372616161", Kind.FIXED));
    }

    /// What was read is read the same way again: records and lists keep normalised numbers.
    @Test
    void whatWasNormalisedStaysAsItIs() {
        var random = new Random(400);
        int known = 0;
        for (int i = 0; i < 200_000; i++) {
            var raw = digits(random);
            var once = CallerNumber.of(raw, "0755");
            var twice = CallerNumber.of(once.normalised(), "0755");
            if (once.kind() != Kind.UNKNOWN) {
                known++;
                assertThat(twice.normalised()).as(raw).isEqualTo(once.normalised());
                assertThat(twice.kind()).as(raw).isEqualTo(once.kind());
            }
        }
        assertThat(known).isGreaterThan(20_000);
    }

    private static String digits(Random random) {
        String[] starts = {
            "", "+", "00", "86", "0086", "+86", "17951", "12593", "0", "010", "0755", "1", "13", "95", "400"
        };
        var text = new StringBuilder(starts[random.nextInt(starts.length)]);
        for (int left = random.nextInt(14); left > 0; left--) {
            text.append((char) ('0' + random.nextInt(10)));
        }
        return text.toString();
    }
}
