package org.hotline400.server.tariffs.internal;

import java.time.DateTimeException;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.tariffs.rating.Step;
import org.hotline400.server.tariffs.rating.Window;

/// Reads the windows of a price: by their beginnings, in order, or as ranges `[from, until)` in any order, which may
/// go over midnight and have neither gap nor overlap.
final class WindowsReader {
    private static final String CODE = "tariffs.windows";
    private static final int DAY = 24 * 60;
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("HH:mm");

    private WindowsReader() {}

    private record Range(String path, LocalTime from, Optional<LocalTime> until, List<Step> steps) {
        int minute() {
            return from.toSecondOfDay() / 60;
        }

        Window window() {
            return new Window(from, steps);
        }
    }

    static Optional<List<Window>> read(Fields price) {
        if (!price.has("windows")) {
            return PriceReader.steps(price).map(steps -> List.of(new Window(LocalTime.MIDNIGHT, steps)));
        }
        var rows = price.objects("windows");
        if (rows.isEmpty()) {
            price.fault("windows", CODE, "has at least one window", "至少要有一个时段。");
        }
        var ranges = new ArrayList<Range>();
        rows.forEach(row -> range(row).ifPresent(ranges::add));
        return ranges.size() < Math.max(1, rows.size()) || !areADay(price, ranges)
                ? Optional.empty()
                : Optional.of(ranges.stream()
                        .sorted(Comparator.comparing(Range::from))
                        .map(Range::window)
                        .toList());
    }

    private static Optional<Range> range(Fields row) {
        var from = row.read("from", WindowsReader::time).value();
        var until = row.readIfPresent("until", WindowsReader::time);
        var steps = PriceReader.steps(row);
        row.nothingElse();
        return from.isPresent() && steps.isPresent() && until.isPresent() == row.has("until")
                ? Optional.of(new Range(row.path(), from.get(), until, steps.get()))
                : Optional.empty();
    }

    private static LocalTime time(String text) {
        try {
            return text.equals("24:00") ? LocalTime.MIDNIGHT : LocalTime.parse(text, MINUTES);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is a time of day such as 08:00; was \"" + text + "\"", e);
        }
    }

    private static boolean areADay(Fields price, List<Range> ranges) {
        long ended = ranges.stream().filter(range -> range.until().isPresent()).count();
        if (ended == 0) {
            return ascend(price, ranges);
        }
        if (ended < ranges.size()) {
            price.fault("windows", CODE, "all of them have `until`, or none", "时段要么都填 until，要么都不填。");
            return false;
        }
        return fit(price, ranges);
    }

    private static boolean ascend(Fields price, List<Range> ranges) {
        boolean good = true;
        for (int i = 1; i < ranges.size(); i++) {
            if (!ranges.get(i).from().isAfter(ranges.get(i - 1).from())) {
                good = false;
                price.fault(
                        "windows[" + i + "].from",
                        CODE,
                        "begins later in the day than the window before",
                        "时段起点应依次递增且不重复。");
            }
        }
        return good;
    }

    /// Each one ends where the next one begins, round the clock.
    private static boolean fit(Fields price, List<Range> unordered) {
        var ranges =
                unordered.stream().sorted(Comparator.comparing(Range::from)).toList();
        boolean good = true;
        for (int i = 0; i < ranges.size(); i++) {
            var range = ranges.get(i);
            var next = ranges.get((i + 1) % ranges.size());
            int room = ranges.size() == 1 ? DAY : next.minute() - range.minute() + (i + 1 < ranges.size() ? 0 : DAY);
            int length = Math.floorMod(range.until().orElseThrow().toSecondOfDay() / 60 - range.minute(), DAY);
            // One that ends when it begins has the whole day.
            length = length == 0 ? DAY : length;
            if (length != room) {
                good = false;
                price.checks()
                        .add(range.path() + ".until", CODE, fault(length > room, next), chinese(length > room, next));
            }
        }
        return good;
    }

    private static String fault(boolean overlaps, Range next) {
        return overlaps
                ? "overlaps the window that begins at " + next.from()
                : "leaves a gap before the window that begins at " + next.from();
    }

    private static String chinese(boolean overlaps, Range next) {
        return overlaps ? "与 " + next.from() + " 开始的时段重叠。" : "与 " + next.from() + " 开始的时段之间有空档。";
    }
}
