package org.hotline400.server.callplans;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline400.server.kernel.HolidayCalendar;
import org.jspecify.annotations.Nullable;

/// Branches by time, in Chinese time. What closes the number by hand comes first, then ranges of dates, then
/// official holidays, then the week.
///
/// ```json
/// {"type": "schedule", "periods": [{"days": ["mon", "tue"], "from": "09:00", "to": "18:00"}],
///  "holidays": "closed", "makeUpDaysLike": "mon",
///  "dates": [{"from": "2026-12-20", "to": "2026-12-31", "periods": [{"from": "09:00", "to": "22:00"}]}],
///  "open": "reception", "closed": "message", "holiday": "greetings"}
/// ```
///
/// @param week hours by day of the week
/// @param dates first match counts
/// @param customs what official holidays mean here
/// @param ways where it leads
public record Schedule(List<Opening> week, List<DateRange> dates, Customs customs, Ways ways) implements Decision {
    static final String TYPE = "schedule";
    /// As releases before the call plan language was whole named it.
    static final String OLD_TYPE = "hours";

    /// Hours, and what is chosen in them.
    record Opening(Period period, Choice choice) {}

    /// Days that have hours of their own.
    ///
    /// @param openings empty: closed
    record DateRange(LocalDate from, LocalDate to, List<Opening> openings, Choice closed) {
        DateRange {
            openings = List.copyOf(openings);
        }

        boolean covers(LocalDate day) {
            return !day.isBefore(from) && !day.isAfter(to);
        }
    }

    /// @param holidays whether days off are like any other, or closed but for periods that name `holiday`
    /// @param makeUpDay the day of the week whose hours a make-up working day has
    /// @param heedsSwitch whether "closed today" closes this schedule
    public record Customs(Holidays holidays, DayOfWeek makeUpDay, boolean heedsSwitch) {}

    /// What official days off, and the working days that make up for them, mean.
    public enum Holidays {
        AS_USUAL,
        CLOSED;

        /// As in the document: `as-usual`.
        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// @param holiday null: `closed`
    record Ways(
            StepName open, StepName closed, @Nullable StepName holiday, Choice outOfHours, Choice byHand, Choice off) {
        static Ways of(StepName open, StepName closed, @Nullable StepName holiday) {
            return new Ways(
                    open,
                    closed,
                    holiday,
                    new Choice(closed, Choice.Ground.OUT_OF_HOURS, ""),
                    new Choice(closed, Choice.Ground.CLOSED_TODAY, ""),
                    new Choice(holiday == null ? closed : holiday, Choice.Ground.ON_HOLIDAY, ""));
        }
    }

    public Schedule {
        week = List.copyOf(week);
        dates = List.copyOf(dates);
    }

    static Schedule read(Fields fields) {
        var open = fields.step("open");
        var ways = Ways.of(open, fields.step("closed"), fields.optionalStep("holiday"));
        var week = fields.objects("periods", PlanBounds.MAX_PERIODS, Period::read);
        var dates = fields.has("dates")
                ? fields.objects("dates", PlanBounds.MAX_PERIODS, each -> dateRange(each, ways))
                : List.<DateRange>of();
        return new Schedule(
                openings(week, open),
                dates,
                new Customs(
                        fields.choice("holidays", Holidays.values(), Holidays::code, Holidays.AS_USUAL),
                        TimeFields.day(fields, "makeUpDaysLike", DayOfWeek.MONDAY),
                        fields.flag("closedToday", true)),
                ways);
    }

    private static List<Opening> openings(List<Period> periods, StepName open) {
        return periods.stream()
                .map(period -> new Opening(period, new Choice(open, Choice.Ground.WITHIN_HOURS, period.hours())))
                .toList();
    }

    private static Optional<DateRange> dateRange(Fields fields, Ways ways) {
        var from = TimeFields.date(fields, "from");
        var to = fields.has("to") ? TimeFields.date(fields, "to") : from;
        var hours = fields.has("periods")
                ? fields.objects("periods", PlanBounds.MAX_PERIODS, Period::readDaily)
                : List.<Period>of();
        if (from == null || to == null) {
            return Optional.empty();
        }
        if (to.isBefore(from)) {
            fields.error("to", "plan.hours-never-match", "these dates end before they begin");
            return Optional.empty();
        }
        var span = from.equals(to) ? from.toString() : from + "/" + to;
        return Optional.of(new DateRange(
                from, to, openings(hours, ways.open()), new Choice(ways.closed(), Choice.Ground.CLOSED_BY_DATE, span)));
    }

    @Override
    public Choice decide(Circumstances circumstances) {
        if (customs.heedsSwitch() && circumstances.closedToday()) {
            return ways.byHand();
        }
        var now = circumstances.now();
        var calendar = circumstances.holidays();
        var overnight = over(now.day().minusDays(1), now.minute(), calendar);
        return overnight != null ? overnight : on(now.day(), now.minute(), calendar);
    }

    private Choice on(LocalDate day, int minute, HolidayCalendar calendar) {
        var range = range(day);
        if (range != null) {
            return find(range.openings(), minute, range.closed());
        }
        if (isOff(day, calendar)) {
            for (int i = 0; i < week.size(); i++) {
                var opening = week.get(i);
                if (opening.period().onHolidays() && opening.period().holdsOn(minute)) {
                    return opening.choice();
                }
            }
            return ways.off();
        }
        var weekday = weekday(day, calendar);
        for (int i = 0; i < week.size(); i++) {
            var opening = week.get(i);
            if (opening.period().days().contains(weekday) && opening.period().holdsOn(minute)) {
                return opening.choice();
            }
        }
        return ways.outOfHours();
    }

    private static Choice find(List<Opening> openings, int minute, Choice otherwise) {
        for (int i = 0; i < openings.size(); i++) {
            if (openings.get(i).period().holdsOn(minute)) {
                return openings.get(i).choice();
            }
        }
        return otherwise;
    }

    /// The hours of a day that run on into the next one.
    private @Nullable Choice over(LocalDate day, int minute, HolidayCalendar calendar) {
        var range = range(day);
        var openings = range == null ? week : range.openings();
        boolean off = range == null && isOff(day, calendar);
        for (int i = 0; i < openings.size(); i++) {
            var period = openings.get(i).period();
            if (period.holdsOver(minute)
                    && (off ? period.onHolidays() : period.days().contains(weekday(day, calendar)))) {
                return openings.get(i).choice();
            }
        }
        return null;
    }

    private @Nullable DateRange range(LocalDate day) {
        for (int i = 0; i < dates.size(); i++) {
            if (dates.get(i).covers(day)) {
                return dates.get(i);
            }
        }
        return null;
    }

    private boolean isOff(LocalDate day, HolidayCalendar calendar) {
        return customs.holidays() == Holidays.CLOSED && calendar.kind(day) == HolidayCalendar.Kind.OFF;
    }

    private DayOfWeek weekday(LocalDate day, HolidayCalendar calendar) {
        return customs.holidays() == Holidays.CLOSED && calendar.kind(day) == HolidayCalendar.Kind.MAKE_UP
                ? customs.makeUpDay()
                : day.getDayOfWeek();
    }

    /// Whether it has hours or a way for official days off.
    boolean speaksOfHolidays() {
        return ways.holiday() != null
                || week.stream().anyMatch(opening -> opening.period().onHolidays());
    }

    /// Without hours it is always open.
    @Override
    public Optional<StepName> bypass() {
        return Optional.of(ways.open());
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        var exits = new ArrayList<Exit>();
        exits.add(new Exit("open", ways.open(), false));
        exits.add(new Exit("closed", ways.closed(), false));
        if (ways.holiday() != null) {
            exits.add(new Exit("holiday", ways.holiday(), false));
        }
        return exits;
    }
}
