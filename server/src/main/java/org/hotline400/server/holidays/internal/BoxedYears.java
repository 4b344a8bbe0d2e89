package org.hotline400.server.holidays.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.holidays.HolidayYear;
import org.hotline400.server.kernel.HolidayCalendar;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The years that are in the box: the files `holidays/<year>.csv`.
public final class BoxedYears {
    private static final String FILES = "classpath:holidays/*.csv";

    private BoxedYears() {}

    static List<HolidayYear> read() {
        try {
            var years = new ArrayList<HolidayYear>();
            for (var file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                years.add(year(file));
            }
            return years;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the holidays in the box", e);
        }
    }

    /// The calendar that they make.
    public static HolidayCalendar calendar() {
        return calendar(read());
    }

    static HolidayCalendar calendar(Collection<HolidayYear> years) {
        var days = new HashMap<LocalDate, HolidayCalendar.Special>();
        years.stream()
                .flatMap(year -> year.days().stream())
                .forEach(day -> days.put(day.date(), new HolidayCalendar.Special(day.kind(), day.name())));
        return new HolidayCalendar(days, years.stream().map(HolidayYear::year).collect(Collectors.toSet()));
    }

    private static HolidayYear year(Resource file) throws IOException {
        var name = String.valueOf(file.getFilename());
        int year = Integer.parseInt(name.substring(0, name.indexOf('.')));
        var survey = new HolidaySurvey(year);
        int number = 0;
        for (var line : file.getContentAsString(StandardCharsets.UTF_8).lines().toList()) {
            survey.read(++number, line);
        }
        return new HolidayYear(year, survey.days(), Optional.empty());
    }
}
