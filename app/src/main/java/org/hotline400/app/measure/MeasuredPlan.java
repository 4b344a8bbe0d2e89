package org.hotline400.app.measure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.callplans.Decision;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HolidayCalendar;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.lists.PatternKind;
import org.hotline400.server.regions.RegionIndex;
import org.hotline400.server.regions.Regions;

/// What is measured: a plan of twenty steps, a list of 100,000 entries, and callers from everywhere at all hours.
final class MeasuredPlan {
    private static final int ENTRIES = 100_000;
    private static final int CALLERS = 4096;
    private static final long SEED = 400;
    private static final Instant SOME_WEEK = Instant.parse("2026-09-28T00:00:00Z");
    private static final int HOURS = 24 * 14;
    private static final RegionIndex REGIONS = RegionIndex.load();
    private static final HolidayCalendar HOLIDAYS = new HolidayCalendar(
            Map.of(
                    LocalDate.of(2026, 10, 1),
                    new HolidayCalendar.Special(HolidayCalendar.Kind.OFF, "国庆节"),
                    LocalDate.of(2026, 10, 10),
                    new HolidayCalendar.Special(HolidayCalendar.Kind.MAKE_UP, "国庆节")),
            Set.of(2026));

    private MeasuredPlan() {}

    static Regions regions() {
        return REGIONS;
    }

    /// Twenty steps, eleven of which decide.
    static String document() {
        return """
                {"start": "nuisance", "steps": {
                  "nuisance": {"type": "list", "cases": [{"list": "nuisance", "to": "reject"}], "otherwise": "hours"},
                  "hours": {"type": "schedule", "holidays": "closed",
                    "periods": [{"days": ["mon", "tue", "wed", "thu", "fri"], "from": "08:30", "to": "12:00"},
                                {"days": ["mon", "tue", "wed", "thu", "fri"], "from": "13:00", "to": "18:30"},
                                {"days": ["sat", "sun"], "from": "10:00", "to": "17:00"},
                                {"days": ["fri"], "from": "22:00", "to": "02:00"}],
                    "dates": [{"from": "2026-10-03", "to": "2026-10-04"}],
                    "open": "where", "closed": "grade-closed", "holiday": "greetings"},
                  "where": {"type": "region", "cases": [
                    {"cities": ["深圳", "广州"], "to": "south-grade"}, {"provinces": ["广东", "广西", "海南"], "to": "south-grade"},
                    {"provinces": ["上海", "江苏", "浙江"], "to": "east-grade"}, {"areaCodes": ["010", "022"], "to": "north-grade"},
                    {"kinds": ["international", "withheld"], "to": "english"}], "otherwise": "rest-grade"},
                  "south-grade": {"type": "branch", "cases": [{"when": [{"variable": "grade", "in": ["gold", "platinum"]}],
                    "to": "south-hours"}], "otherwise": "south"},
                  "south-hours": {"type": "schedule", "periods": [{"days": ["mon", "tue", "wed", "thu", "fri", "sat"],
                    "from": "08:00", "to": "20:00"}], "open": "gold", "closed": "south"},
                  "east-grade": {"type": "branch", "cases": [{"when": [{"variable": "grade", "is": "gold"}], "to": "gold"}],
                    "otherwise": "east-kind"},
                  "east-kind": {"type": "region", "cases": [{"kinds": ["fixed"], "to": "offices"}], "otherwise": "east"},
                  "north-grade": {"type": "branch", "cases": [{"when": [{"variable": "grade", "prefix": "g"}], "to": "gold"}],
                    "otherwise": "north"},
                  "rest-grade": {"type": "branch", "cases": [{"when": [{"variable": "grade", "is": "gold"}], "to": "gold"}],
                    "otherwise": "rest"},
                  "grade-closed": {"type": "branch", "cases": [{"when": [{"variable": "grade", "is": "platinum"}],
                    "to": "night"}], "otherwise": "message"},
                  "greetings": {"type": "announce", "prompts": ["greetings"], "next": "message"},
                  "english": {"type": "menu", "prompts": ["english"], "keys": {"1": "offices"}, "otherwise": "rest"},
                  "gold": {"type": "distribute", "targets": [{"to": "13800138001"}]},
                  "south": {"type": "distribute", "targets": [{"to": "13800138002"}]},
                  "east": {"type": "distribute", "targets": [{"to": "13800138003"}]},
                  "offices": {"type": "distribute", "targets": [{"to": "13800138004"}]},
                  "north": {"type": "distribute", "targets": [{"to": "13800138005"}]},
                  "rest": {"type": "distribute", "targets": [{"to": "13800138006"}], "otherwise": "message"},
                  "night": {"type": "dial", "to": "13800138007", "otherwise": "message"},
                  "message": {"type": "voicemail"},
                  "reject": {"type": "hang-up", "cause": "blacklisted"}}}
                """;
    }

    /// Callers as they would come, one in ten on the list.
    static MeasuredCaller[] callers() {
        var random = new Random(SEED);
        var list = list(random);
        var grades = new String[] {"", "silver", "gold", "platinum"};
        var callers = new MeasuredCaller[CALLERS];
        for (int i = 0; i < callers.length; i++) {
            var number = i % 10 == 0 ? CallerNumber.of("139" + "%08d".formatted(i), "") : number(random);
            callers[i] = new MeasuredCaller(
                    number,
                    REGIONS.of(number),
                    SOME_WEEK.plusSeconds(random.nextInt(HOURS) * 3600L + random.nextInt(3600)),
                    HOLIDAYS,
                    list,
                    grades[random.nextInt(grades.length)]);
        }
        return callers;
    }

    static CallerNumber[] numbers() {
        var random = new Random(SEED);
        var numbers = new CallerNumber[CALLERS];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = number(random);
        }
        return numbers;
    }

    private static CallerNumber number(Random random) {
        var raw = switch (random.nextInt(10)) {
            case 0 -> "010" + (60_000_000 + random.nextInt(20_000_000));
            case 1 -> "0755" + (20_000_000 + random.nextInt(60_000_000));
            case 2 -> "+44207" + (1_000_000 + random.nextInt(9_000_000));
            default -> "1" + (3_000_000_000L + random.nextInt(2_000_000_000));
        };
        return CallerNumber.of(raw, "");
    }

    private static CallerList list(Random random) {
        var list = CallerList.builder(new ListName("nuisance"), ListKind.BLACK, Optional.empty());
        for (int i = 0; i < ENTRIES - 100; i++) {
            list.put(EntryPattern.parse(PatternKind.NUMBER, "139%08d".formatted(i)));
        }
        for (int i = 0; i < 100; i++) {
            list.put(EntryPattern.parse(PatternKind.PREFIX, "170%04d".formatted(random.nextInt(10_000))));
        }
        return list.build();
    }

    /// How many steps a decision goes through, on average.
    static double steps(CallPlan plan, MeasuredCaller[] callers) {
        long steps = 0;
        for (var caller : callers) {
            var name = plan.start();
            while (plan.steps().get(name) instanceof Decision decision) {
                name = decision.decide(caller).next();
                steps++;
            }
        }
        return (double) steps / callers.length;
    }
}
