package org.hotline400.server.holidays.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.holidays.HolidayDay;
import org.hotline400.server.holidays.HolidayYear;
import org.hotline400.server.kernel.HolidayCalendar;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of the schema `holidays`. Every method runs in the caller's transaction.
@Repository
public class HolidayRows {
    private static final String OFF = "off";
    private static final String WORK = "work";

    private final JdbcClient jdbc;

    public HolidayRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Stores an imported year instead of the one that is there.
    public void put(HolidayYear year) {
        var imported = year.imported().orElseThrow(() -> new IllegalArgumentException("a year of the box is a file"));
        // Whoever stores the same year at once waits here.
        jdbc.sql("insert into holidays.years (year, author, imported_at) values (?, ?, ?) on conflict (year)"
                        + " do update set author = excluded.author, imported_at = excluded.imported_at")
                .params(year.year(), imported.author(), SqlTime.of(imported.at()))
                .update();
        jdbc.sql("delete from holidays.days where year = ?").param(year.year()).update();
        for (var day : year.days()) {
            jdbc.sql("insert into holidays.days (year, day, kind, name) values (?, ?, ?, ?)")
                    .params(year.year(), day.date(), code(day.kind()), day.name())
                    .update();
        }
    }

    private static String code(HolidayCalendar.Kind kind) {
        return switch (kind) {
            case OFF -> OFF;
            case MAKE_UP -> WORK;
        };
    }

    /// @return false when it is not there
    public boolean delete(int year) {
        return jdbc.sql("delete from holidays.years where year = ?").param(year).update() > 0;
    }

    List<HolidayYear> all() {
        return jdbc.sql("select year, author, imported_at from holidays.years")
                .query(this::year)
                .list();
    }

    private HolidayYear year(ResultSet row, int index) throws SQLException {
        int year = row.getInt("year");
        var imported = new HolidayYear.Imported(row.getString("author"), SqlTime.read(row, "imported_at"));
        return new HolidayYear(year, days(year), Optional.of(imported));
    }

    private List<HolidayDay> days(int year) {
        return jdbc.sql("select day, kind, name from holidays.days where year = ?")
                .param(year)
                .query(HolidayRows::day)
                .list();
    }

    private static HolidayDay day(ResultSet row, int index) throws SQLException {
        return new HolidayDay(
                row.getObject("day", LocalDate.class),
                row.getString("kind").equals(OFF) ? HolidayCalendar.Kind.OFF : HolidayCalendar.Kind.MAKE_UP,
                row.getString("name"));
    }
}
