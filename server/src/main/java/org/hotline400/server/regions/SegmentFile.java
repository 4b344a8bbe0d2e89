package org.hotline400.server.regions;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;

/// Reads a file of seven-digit mobile segments, as data houses sell them: CSV in UTF-8 with the columns
/// segment, province, city, and perhaps area code and carrier; with or without a heading.
///
/// ```
/// 1720512,江苏,苏州,0512,移动
/// ```
public final class SegmentFile {
    /// Twice what a million rows usually have.
    private static final long MOST_BYTES = 100_000_000;

    private static final int MOST_ROWS = 1_000_000;
    private static final int MOST_CARRIERS = 100;
    private static final Pattern SEGMENT = Pattern.compile("1[3-9][0-9]{5}");
    private static final Pattern CARRIER = Pattern.compile("[\\p{L}\\p{N} .()（）/-]{0,20}");
    private static final Map<String, String> CARRIERS = Map.of("移动", "中国移动", "联通", "中国联通", "电信", "中国电信", "广电", "中国广电");

    private final RegionTable table;
    private final Segments segments = new Segments();
    private final LineFaults faults = new LineFaults();
    private int rows;

    private SegmentFile(RegionTable table) {
        this.table = table;
    }

    /// @throws InvalidInputException when the file as such is refused: no text, no UTF-8, too large, a line
    ///     too long
    public static SegmentReading read(InputStream in, RegionTable table) throws IOException {
        return new SegmentFile(table).read(new CsvLines(in, MOST_BYTES));
    }

    private SegmentReading read(CsvLines lines) throws IOException {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (!lines.isHeading(line.get())) {
                count(lines.number());
                take(lines.number(), line.get());
            }
        }
        return new SegmentReading(segments, rows, faults.count(), faults.named());
    }

    private void count(int number) {
        if (rows == MOST_ROWS) {
            throw new InvalidInputException(List.of(new Violation(
                    "lines[" + number + "]", "regions.too-many", "is row 1,000,001 of at most 1,000,000")));
        }
        rows++;
    }

    private void take(int number, String line) {
        try {
            var fields = CsvLines.fields(line);
            if (fields.size() < 3 || fields.size() > 5) {
                faults.add(
                        number,
                        "",
                        "regions.columns",
                        "has " + fields.size() + " columns; there are segment, province, city, areaCode, carrier");
                return;
            }
            row(number, fields);
        } catch (IllegalArgumentException e) {
            faults.add(number, "", "csv.quote", String.valueOf(e.getMessage()));
        }
    }

    private void row(int number, List<String> fields) {
        if (!SEGMENT.matcher(fields.getFirst()).matches()) {
            faults.add(number, "segment", "regions.segment", "is seven digits from 1300000; was " + shown(fields, 0));
            return;
        }
        var place = place(number, fields);
        var carrier = fields.size() > 4 ? CARRIERS.getOrDefault(fields.get(4), fields.get(4)) : "";
        if (place.isEmpty() || !isAreaSound(number, fields, place.get()) || !isCarrierSound(number, fields, carrier)) {
            return;
        }
        put(number, Integer.parseInt(fields.getFirst()), place.get(), carrier);
    }

    private Optional<Place> place(int number, List<String> fields) {
        var province = table.province(fields.get(1));
        if (province.isEmpty()) {
            faults.add(number, "province", "regions.province", "is no province: " + shown(fields, 1));
            return Optional.empty();
        }
        if (fields.get(2).isEmpty()) {
            return Optional.of(province.get().place());
        }
        var city = table.city(province.get(), fields.get(2));
        if (city.isEmpty()) {
            faults.add(
                    number,
                    "city",
                    "regions.city",
                    "is no city of " + province.get().name() + ": " + shown(fields, 2));
        }
        return city;
    }

    private boolean isAreaSound(int number, List<String> fields, Place place) {
        var code = fields.size() > 3 ? fields.get(3) : "";
        var owner = table.byAreaCode(code);
        if (code.isEmpty()
                || owner.filter(one -> one.province().equals(place.province())).isPresent()) {
            return true;
        }
        faults.add(number, "areaCode", "regions.area-code", "is not in " + place.province() + ": " + shown(fields, 3));
        return false;
    }

    private boolean isCarrierSound(int number, List<String> fields, String carrier) {
        if (!CARRIER.matcher(carrier).matches() || segments.carriers() >= MOST_CARRIERS) {
            faults.add(
                    number,
                    "carrier",
                    "regions.carrier",
                    "is a name of at most 20 characters, one of at most " + MOST_CARRIERS + " in a file; was "
                            + shown(fields, 4));
            return false;
        }
        return true;
    }

    private void put(int number, int segment, Place place, String carrier) {
        if (segments.has(segment) && !segments.says(segment, place, carrier)) {
            faults.add(number, "segment", "regions.contradiction", segment + " was told otherwise further above");
            return;
        }
        segments.put(segment, place, carrier);
    }

    private static String shown(List<String> fields, int column) {
        var text = column < fields.size() ? fields.get(column) : "";
        return "\"" + (text.length() > 40 ? text.substring(0, 40) + "…" : text) + "\"";
    }
}
