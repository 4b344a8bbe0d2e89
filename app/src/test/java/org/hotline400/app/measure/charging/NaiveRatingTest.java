package org.hotline400.app.measure.charging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.hotline400.server.tariffs.rating.Meter;
import org.junit.jupiter.api.Test;

class NaiveRatingTest {

    @Test
    void the_peer_charges_as_the_meter_does_so_that_both_do_the_same_work() {
        assertThat(MixedCalls.take(2_000))
                .allSatisfy(call -> assertThat(NaiveRating.cost(call))
                        .as(call::toString)
                        .isEqualTo(Meter.begin(call.ruler(), call.answered(), call.allowances())
                                .upTo(call.seconds())
                                .cost()));
    }

    @Test
    void the_mix_has_bundles_that_run_out_in_the_middle_of_a_call() {
        assertThat(Arrays.stream(MixedCalls.take(2_000)).filter(call -> {
                    var meter = Meter.begin(call.ruler(), call.answered(), call.allowances())
                            .upTo(call.seconds());
                    return meter.covered() > 0 && meter.covered() < meter.counted();
                }))
                .hasSizeGreaterThan(50);
    }
}
