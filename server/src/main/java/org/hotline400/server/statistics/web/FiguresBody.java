package org.hotline400.server.statistics.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hotline400.server.statistics.Compared;
import org.hotline400.server.statistics.Count;
import org.hotline400.server.statistics.Figures;
import org.hotline400.server.statistics.Period;
import org.jspecify.annotations.Nullable;

/// A period's figures beside those of the one before.
///
/// @param from first day
/// @param to the day after the last
/// @param beforeFrom first day of the period before, which ends where this one begins
/// @param week all 168 hours of the week, Monday's first
/// @param days all of the period
/// @param lengths of talks, all bars
/// @param reasons why calls ended, the most frequent first
/// @param provinces where callers are at home, the most frequent first
record FiguresBody(
        String from,
        String to,
        String beforeFrom,
        CountBody total,
        CountBody totalBefore,
        List<HourBody> week,
        List<DayBody> days,
        List<LengthBody> lengths,
        List<ReasonBody> reasons,
        List<ProvinceBody> provinces) {
    private static final int HOURS = 24;
    private static final int WEEK = 7;
    /// 1970 began on a Thursday.
    private static final int FIRST_WEEKDAY = 3;

    /// @param missed the caller wanted somebody and talked to nobody
    /// @param answerRate of those answered or missed, 0 to 1; absent when there are none
    /// @param meanAnswerSeconds from the call's beginning until a target answered; absent when none did
    /// @param meanTalkSeconds of those answered; absent when none were
    record CountBody(
            long calls,
            long answered,
            long missed,
            @Nullable BigDecimal answerRate,
            @Nullable BigDecimal meanAnswerSeconds,
            @Nullable BigDecimal meanTalkSeconds) {
        static CountBody of(Count count) {
            return new CountBody(
                    count.calls(),
                    count.answered(),
                    count.missed(),
                    ratio(count.answered(), count.answered() + count.missed(), 4),
                    ratio(count.waitMillis(), 1000 * count.answered(), 1),
                    ratio(count.talkMillis(), 1000 * count.answered(), 1));
        }

        private static @Nullable BigDecimal ratio(long part, long whole, int digits) {
            return whole == 0
                    ? null
                    : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), digits, RoundingMode.HALF_UP);
        }
    }

    /// @param weekday 1 is Monday, 7 Sunday
    /// @param hour 0 to 23, in China
    record HourBody(int weekday, int hour, long calls, long answered, long missed, long callsBefore) {}

    /// @param callsBefore those of the day that has the same place in the period before
    record DayBody(String day, long calls, long answered, long missed, long callsBefore) {}

    /// @param untilSeconds absent: without end
    record LengthBody(int fromSeconds, @Nullable Integer untilSeconds, long calls, long callsBefore) {}

    record ReasonBody(String reason, long calls, long callsBefore) {}

    /// @param province empty when not known
    record ProvinceBody(
            String province, long calls, long answered, long missed, long callsBefore, List<CityBody> cities) {}

    /// @param city empty when only the province is known
    record CityBody(String city, long calls, long answered, long missed, long callsBefore) {}

    static FiguresBody of(Period period, Figures figures) {
        var total = total(figures.hours(), period.firstHour(), period.endHour());
        var before = total(figures.hours(), period.before().firstHour(), period.firstHour());
        return new FiguresBody(
                period.from().toString(),
                period.to().toString(),
                period.before().from().toString(),
                CountBody.of(total),
                CountBody.of(before),
                week(period, figures.hours()),
                IntStream.range(0, period.days())
                        .mapToObj(day -> day(period, day, figures.hours()))
                        .toList(),
                lengths(figures.talks()),
                reasons(figures.reasons()),
                provinces(figures.places()));
    }

    private static Count total(Map<Integer, Count> hours, int first, int end) {
        return hours.entrySet().stream()
                .filter(hour -> hour.getKey() >= first && hour.getKey() < end)
                .map(Map.Entry::getValue)
                .reduce(Count.NONE, Count::plus);
    }

    private static List<HourBody> week(Period period, Map<Integer, Count> hours) {
        var week = new ArrayList<Compared>(Collections.nCopies(WEEK * HOURS, Compared.NONE));
        hours.forEach((hour, count) -> {
            int place = Math.floorMod(hour + FIRST_WEEKDAY * HOURS, WEEK * HOURS);
            var more = hour >= period.firstHour() ? new Compared(count, Count.NONE) : new Compared(Count.NONE, count);
            week.set(place, week.get(place).plus(more));
        });
        return IntStream.range(0, WEEK * HOURS)
                .mapToObj(place -> {
                    var one = week.get(place);
                    return new HourBody(
                            1 + place / HOURS,
                            place % HOURS,
                            one.now().calls(),
                            one.now().answered(),
                            one.now().missed(),
                            one.before().calls());
                })
                .toList();
    }

    private static DayBody day(Period period, int day, Map<Integer, Count> hours) {
        LocalDate date = period.from().plusDays(day);
        int first = period.firstHour() + day * HOURS;
        int before = first - period.days() * HOURS;
        var now = total(hours, first);
        return new DayBody(
                date.toString(),
                now.calls(),
                now.answered(),
                now.missed(),
                total(hours, before).calls());
    }

    private static Count total(Map<Integer, Count> hours, int first) {
        return IntStream.range(first, first + HOURS)
                .mapToObj(hour -> hours.getOrDefault(hour, Count.NONE))
                .reduce(Count.NONE, Count::plus);
    }

    private static List<LengthBody> lengths(Map<Integer, Compared> talks) {
        var bounds = Figures.LENGTHS;
        return IntStream.rangeClosed(0, bounds.size())
                .mapToObj(bar -> {
                    var count = talks.getOrDefault(bar, Compared.NONE);
                    return new LengthBody(
                            bar == 0 ? 0 : bounds.get(bar - 1),
                            bar == bounds.size() ? null : bounds.get(bar),
                            count.now().calls(),
                            count.before().calls());
                })
                .toList();
    }

    private static List<ReasonBody> reasons(Map<String, Compared> reasons) {
        return reasons.entrySet().stream()
                .map(one -> new ReasonBody(
                        one.getKey(),
                        one.getValue().now().calls(),
                        one.getValue().before().calls()))
                .sorted(Comparator.comparingLong(ReasonBody::calls).reversed().thenComparing(ReasonBody::reason))
                .toList();
    }

    private static List<ProvinceBody> provinces(List<Figures.Placed> places) {
        var byProvince = new LinkedHashMap<String, List<Figures.Placed>>();
        places.forEach(place -> byProvince
                .computeIfAbsent(place.province(), _ -> new ArrayList<>())
                .add(place));
        return byProvince.entrySet().stream()
                .map(one -> province(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(ProvinceBody::calls).reversed())
                .toList();
    }

    private static ProvinceBody province(String name, List<Figures.Placed> places) {
        var all = places.stream().map(Figures.Placed::count).reduce(Compared.NONE, Compared::plus);
        return new ProvinceBody(
                name,
                all.now().calls(),
                all.now().answered(),
                all.now().missed(),
                all.before().calls(),
                places.stream()
                        .map(place -> new CityBody(
                                place.city(),
                                place.count().now().calls(),
                                place.count().now().answered(),
                                place.count().now().missed(),
                                place.count().before().calls()))
                        .toList());
    }
}
