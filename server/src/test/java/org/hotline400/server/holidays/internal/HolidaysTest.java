package org.hotline400.server.holidays.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.database.internal.ConfigurationListener;
import org.hotline400.server.holidays.HolidayYears;
import org.hotline400.server.kernel.HolidayCalendar.Kind;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.kernel.WorkingDays;
import org.hotline400.server.testing.TestDatabase;
import org.hotline400.server.web.CsvFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Two nodes on one database, and a clock that is told what day it is.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HolidaysTest {
    /// It takes a quarter of a second; on a busy machine the threads must first get a core. Without the news it would
    /// be
    /// five.
    private static final Duration SOON = Duration.ofSeconds(4);

    private TestDatabase database;
    private ConfigurationListener listener;
    private HolidaysInMemory here;
    private HolidaysInMemory there;

    @BeforeAll
    void start() {
        database = TestDatabase.create();
        listener = ConfigurationListener.start(database.access());
        here = new HolidaysInMemory(database.transactions(), rows(), (topic, refresh) -> refresh.run());
        there = new HolidaysInMemory(database.transactions(), rows(), listener);
    }

    @AfterAll
    void stop() {
        listener.close();
        database.close();
    }

    private HolidayRows rows() {
        return new HolidayRows(database.jdbc());
    }

    private HolidayYears on(String day) {
        var noon = Clock.fixed(Instant.parse(day + "T04:00:00Z"), ZoneOffset.UTC);
        return new HolidayYears(database.transactions(), rows(), here, noon);
    }

    @Test
    void the_box_knows_2025_and_2026() {
        var calendar = there.calendar();

        assertThat(calendar.special(LocalDate.of(2025, 10, 8)))
                .hasValueSatisfying(day -> assertThat(day.name()).isEqualTo("国庆节、中秋节"));
        assertThat(calendar.special(LocalDate.of(2026, 2, 14)))
                .hasValueSatisfying(day -> assertThat(day.kind()).isEqualTo(Kind.MAKE_UP));
        assertThat(calendar.days().keySet().stream().filter(day -> day.getYear() == 2025))
                .hasSize(33);
        assertThat(calendar.days().keySet().stream().filter(day -> day.getYear() == 2026))
                .hasSize(39);
        assertThat(new WorkingDays(calendar).plus(LocalDate.of(2026, 9, 30), 1)).isEqualTo(LocalDate.of(2026, 10, 8));
    }

    @Test
    void an_imported_year_counts_instead_of_the_boxes_until_it_is_forgotten() throws IOException {
        var years = on("2026-03-01");
        var extraDay = LocalDate.of(2025, 12, 31);
        try (var file = file("date,kind,name\n2025-12-31,off,元旦\n")) {
            years.store(years.read(2025, file, "Operator"));
        }
        assertThat(here.calendar().special(extraDay)).isPresent();
        assertThat(here.calendar().special(LocalDate.of(2025, 10, 1))).isEmpty();
        await().atMost(SOON).until(() -> there.calendar().special(extraDay).isPresent());
        assertThat(years.find(2025).orElseThrow().imported())
                .hasValueSatisfying(by -> assertThat(by.author()).isEqualTo("Operator"));

        assertThat(years.forget(2025)).isTrue();
        assertThat(years.forget(2025)).isFalse();
        await().atMost(SOON).until(() -> there.calendar().special(extraDay).isEmpty());
        assertThat(here.calendar().special(LocalDate.of(2025, 10, 1))).isPresent();
    }

    @Test
    void the_next_year_is_missed_from_november_on_until_it_is_there() throws IOException {
        assertThat(on("2026-10-31").missing()).isEmpty();
        assertThat(on("2026-11-01").missing()).containsExactly(2027);
        assertThat(on("2027-01-01").missing()).containsExactly(2027);
        assertThat(on("2027-12-01").missing()).containsExactly(2027, 2028);
        var years = on("2026-11-01");
        try (var file = file("日期,类型,名称\r\n2027/1/1,休,元旦\r\n2027/1/2,班,元旦\r\n")) {
            years.store(years.read(2027, file, "Operator"));
        }
        assertThat(years.missing()).isEmpty();
        assertThat(here.calendar()
                        .special(LocalDate.of(2027, 1, 2))
                        .orElseThrow()
                        .kind())
                .isEqualTo(Kind.MAKE_UP);
        years.forget(2027);
    }

    @Test
    void the_log_warns_once_a_day() {
        var now = new ArrayList<>(List.of(Instant.parse("2026-11-05T15:59:59Z")));
        var clock = new Clock() {
            @Override
            public java.time.ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return Clock.fixed(instant(), zone);
            }

            @Override
            public Instant instant() {
                return now.getFirst();
            }
        };
        var watch = new HolidayWatch(new HolidayYears(database.transactions(), rows(), here, clock), clock);

        assertThat(watch.look()).containsExactly(2027);
        assertThat(watch.look()).isEmpty();
        // Midnight in Shanghai.
        now.set(0, Instant.parse("2026-11-05T16:00:00Z"));
        assertThat(watch.look()).containsExactly(2027);
    }

    @ParameterizedTest
    @CsvSource({
        "'2028-01-01,off,元旦', 2027",
        "'2027-01-01,off,元旦|2027-01-01,off,元旦', twice",
        "'2027-01-04,work,元旦', weekend",
        "'2027-02-29,off,元旦', no day",
        "'2027-01-01,rest,元旦', off",
        "'2027-01-01,off,', name",
        "'2027-01-01,off', fields",
        "'2027-01-02,work,元旦', day off",
        "'', day off"
    })
    void a_year_that_cannot_be_is_refused_with_the_reason(String rows, String reason) {
        assertThat(refusals("date,kind,name\n" + rows.replace('|', '\n')))
                .anySatisfy(one -> assertThat(one.message()).contains(reason));
        assertThat(there.calendar().knows(LocalDate.of(2027, 1, 1))).isFalse();
    }

    @Test
    void all_that_is_wrong_is_told_by_line() {
        assertThat(refusals("date;kind;name\n2027-01-01,off,元旦\n2027-13-01,off,元旦\n"))
                .extracting(Violation::field)
                .containsExactly("lines[1]", "lines[3]");
    }

    private List<Violation> refusals(String text) {
        var told = new ArrayList<Violation>();
        assertThatThrownBy(() -> {
                    try (var file = file(text)) {
                        on("2026-11-01").read(2027, file, "Operator");
                    }
                })
                .isInstanceOfSatisfying(InvalidInputException.class, e -> told.addAll(e.violations()));
        return told;
    }

    private static CsvFile file(String text) throws IOException {
        return CsvFile.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100_000);
    }
}
