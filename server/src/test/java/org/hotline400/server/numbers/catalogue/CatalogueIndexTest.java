package org.hotline400.server.numbers.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.hotline400.server.numbers.grading.CompactGrade;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.PatternKind;
import org.junit.jupiter.api.Test;

class CatalogueIndexTest {

    @Test
    void knows_the_patterns_of_each_number() {
        long bit = 1;
        for (var kind : PatternKind.values()) {
            var numbers = Catalogues.INDEX.kind(kind);
            for (int suffix = 0; suffix < Space.NUMBERS; suffix += 997) {
                assertThat(numbers.contains(suffix))
                        .as("%s of %s", kind, suffix)
                        .isEqualTo((CompactGrade.kinds(Grading.compact(suffix)) & bit) != 0);
            }
            bit <<= 1;
        }
    }

    @Test
    void a_fault_of_the_rules_is_told() {
        assertThatIllegalStateException()
                .isThrownBy(() -> CatalogueIndex.build(2, suffix -> {
                    if (suffix == 4_444_444) {
                        throw new ArithmeticException("no rule for 4444444");
                    }
                    return 0;
                }))
                .withCauseInstanceOf(ArithmeticException.class);
    }

    @Test
    void takes_less_memory_than_it_may() {
        assertThat(Catalogues.INDEX.bytes()).isBetween(20_000_000L, 150_000_000L);
    }
}
