package org.hotline400.server.callplans;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.Set;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.kernel.HolidayCalendar.Kind;
import org.hotline400.server.kernel.HolidayCalendar.Special;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hours of a shop: weekdays 9–12 and 13–18, Friday nights, its own Christmas, official holidays off.
class ScheduleTest {
    /// The National Day of 2026 begins on a Thursday; Saturday, October 10th makes up for it.
    private static final HolidayCalendar CALENDAR = new HolidayCalendar(
            Map.of(
                    LocalDate.of(2026, 10, 1), new Special(Kind.OFF, "国庆节"),
                    LocalDate.of(2026, 10, 2), new Special(Kind.OFF, "国庆节"),
                    LocalDate.of(2026, 10, 10), new Special(Kind.MAKE_UP, "国庆节")),
            Set.of(2026));

    private static final String SHOP = """
            {"type": "schedule",
             "periods": [{"days": ["mon", "tue", "wed", "thu", "fri"], "from": "09:00", "to": "12:00"},
                         {"days": ["mon", "tue", "wed", "thu", "fri"], "from": "13:00", "to": "18:00"},
                         {"days": ["fri"], "from": "22:00", "to": "02:00"},
                         {"days": ["holiday"], "from": "10:00", "to": "11:00"}],
             "holidays": "closed", "makeUpDaysLike": "mon",
             "dates": [{"from": "2026-12-24", "to": "2026-12-25"},
                       {"from": "2026-12-31", "periods": [{"from": "20:00", "to": "01:00"}]}],
             "open": "open", "closed": "closed", "holiday": "holiday"}
            """;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2026-09-28T08:59:59 | closed  | OUT_OF_HOURS   |
            2026-09-28T09:00:00 | open    | WITHIN_HOURS   | 09:00-12:00
            2026-09-28T12:00:00 | closed  | OUT_OF_HOURS   |
            2026-09-28T17:59:59 | open    | WITHIN_HOURS   | 13:00-18:00
            2026-09-25T23:00:00 | open    | WITHIN_HOURS   | 22:00-02:00
            2026-09-26T01:59:59 | open    | WITHIN_HOURS   | 22:00-02:00
            2026-09-26T02:00:00 | closed  | OUT_OF_HOURS   |
            2026-10-01T09:30:00 | holiday | ON_HOLIDAY     |
            2026-10-01T10:30:00 | open    | WITHIN_HOURS   | 10:00-11:00
            2026-10-02T23:00:00 | holiday | ON_HOLIDAY     |
            2026-10-03T01:00:00 | closed  | OUT_OF_HOURS   |
            2026-10-10T09:30:00 | open    | WITHIN_HOURS   | 09:00-12:00
            2026-10-10T23:00:00 | closed  | OUT_OF_HOURS   |
            2026-12-24T10:00:00 | closed  | CLOSED_BY_DATE | 2026-12-24/2026-12-25
            2026-12-25T23:00:00 | closed  | CLOSED_BY_DATE | 2026-12-24/2026-12-25
            2026-12-31T21:00:00 | open    | WITHIN_HOURS   | 20:00-01:00
            2027-01-01T00:59:59 | open    | WITHIN_HOURS   | 20:00-01:00
            2027-01-01T10:00:00 | open    | WITHIN_HOURS   | 09:00-12:00
            """)
    void isOpenInItsHoursOnItsDays(String time, String next, Choice.Ground ground, String detail) {
        var choice = shop(SHOP).decide(at(time));

        assertThat(choice).isEqualTo(new Choice(new StepName(next), ground, detail == null ? "" : detail));
    }

    @Test
    void closedByHandComesBeforeEverything() {
        var circumstances = at("2026-09-28T10:00:00");
        circumstances.closedToday = true;

        assertThat(shop(SHOP).decide(circumstances).ground()).isEqualTo(Choice.Ground.CLOSED_TODAY);
        assertThat(shop(SHOP.replace("\"makeUpDaysLike\"", "\"closedToday\": false, \"makeUpDaysLike\""))
                        .decide(circumstances)
                        .ground())
                .isEqualTo(Choice.Ground.WITHIN_HOURS);
    }

    @Test
    void aShopThatKeepsNoHolidaysIsOpenOnThem() {
        var usual = shop(SHOP.replace("\"holidays\": \"closed\", ", ""));

        assertThat(usual.decide(at("2026-10-01T09:30:00")).ground()).isEqualTo(Choice.Ground.WITHIN_HOURS);
        assertThat(usual.decide(at("2026-10-10T09:30:00")).ground()).isEqualTo(Choice.Ground.OUT_OF_HOURS);
    }

    private static Decision shop(String step) {
        return Steps.read(step, Decision.class);
    }

    private static FakeCircumstances at(String shanghaiTime) {
        var circumstances = new FakeCircumstances();
        circumstances.now = Moment.of(
                LocalDateTime.parse(shanghaiTime).atZone(BusinessTime.ZONE).toInstant());
        circumstances.calendar = CALENDAR;
        return circumstances;
    }
}
