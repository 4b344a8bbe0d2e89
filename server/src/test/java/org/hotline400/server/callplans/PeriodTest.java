package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDateTime;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PeriodTest {

    // 2026-03-06 is a Friday.
    @ParameterizedTest
    @CsvSource({
        "540, 1080, 2026-03-06T08:59:59, false",
        "540, 1080, 2026-03-06T09:00:00, true",
        "540, 1080, 2026-03-06T17:59:59, true",
        "540, 1080, 2026-03-06T18:00:00, false",
        "540, 1080, 2026-03-07T12:00:00, false",
        "1320, 120, 2026-03-06T01:00:00, false",
        "1320, 120, 2026-03-06T22:00:00, true",
        "1320, 120, 2026-03-07T01:59:59, true",
        "1320, 120, 2026-03-07T02:00:00, false",
        "0, 1440, 2026-03-06T23:59:59, true",
        "0, 1440, 2026-03-07T00:00:00, false"
    })
    void isHalfOpenAndBelongsToTheDayItBeginsOn(int from, int to, String moment, boolean inside) {
        var friday = new Period(Set.of(DayOfWeek.FRIDAY), false, from, to);
        var at = LocalDateTime.parse(moment);
        int minute = at.getHour() * 60 + at.getMinute();
        var day = at.getDayOfWeek();

        assertThat(day == DayOfWeek.FRIDAY ? friday.holdsOn(minute) : friday.holdsOver(minute))
                .isEqualTo(inside);
    }
}
