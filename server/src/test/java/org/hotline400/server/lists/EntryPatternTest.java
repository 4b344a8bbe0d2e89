package org.hotline400.server.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.random.RandomGeneratorFactory;
import org.hotline400.server.lists.internal.PatternKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EntryPatternTest {

    @ParameterizedTest
    @CsvSource({
        "number, +86 138-0013-8000, 13800138000",
        "number, (0755) 8600 1234, 075586001234",
        "number, 0012125550100, +12125550100",
        "number, 10086, 10086",
        "number, 8001, 8001",
        "prefix, 0755, 0755",
        "prefix, 001, +1",
        "prefix, 138-0, 1380",
        "area-code, 010, 010",
        "region, 440300, 440300",
        "region, 310100, 310000"
    })
    void is_read_as_people_write_it(String kind, String written, String read) {
        var pattern = EntryPattern.parse(PatternKind.of(kind), written);

        assertThat(pattern.text()).isEqualTo(read);
        assertThat(EntryPattern.ofId(pattern.id())).isEqualTo(pattern);
        assertThat(PatternKeys.pattern(PatternKeys.of(pattern))).isEqualTo(pattern);
    }

    @ParameterizedTest
    @CsvSource({
        "number, 86001234, area code",
        "number, anonymous, telephone number",
        "number, 1.38E+10, telephone number",
        "number, 1234567890123456789, 18 digits",
        "prefix, '', beginning",
        "prefix, +86138, without +86",
        "prefix, 13*, beginning",
        "area-code, 755, 0755",
        "area-code, 0200, area code",
        "region, 990000, administrative code",
        "region, 4403, administrative code",
        "region, 310115, 310000"
    })
    void what_cannot_be_meant_is_refused_with_the_fix(String kind, String written, String fix) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> EntryPattern.parse(PatternKind.of(kind), written))
                .withMessageContaining(fix);
    }

    @Test
    void every_pattern_has_a_key_of_its_own() {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(400);
        for (int i = 0; i < 10_000; i++) {
            int length = random.nextInt(1, 19);
            var digits = new StringBuilder(random.nextBoolean() ? "+" : "");
            for (int n = 0; n < length; n++) {
                digits.append(random.nextInt(10));
            }
            var kind = random.nextBoolean() ? PatternKind.NUMBER : PatternKind.PREFIX;
            var pattern = new EntryPattern(kind, digits.toString());

            assertThat(PatternKeys.of(pattern)).isNotZero();
            assertThat(PatternKeys.pattern(PatternKeys.of(pattern))).isEqualTo(pattern);
        }
    }
}
