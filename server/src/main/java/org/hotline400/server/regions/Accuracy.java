package org.hotline400.server.regions;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;

/// Compares the look-up with a sample of numbers whose home is known: CSV in UTF-8 with the columns number,
/// province, and perhaps city; with or without a heading.
public final class Accuracy {
    private static final long MOST_BYTES = 20_000_000;
    private static final int MOST_ROWS = 200_000;
    private static final int EXAMPLES = 50;

    private final RegionIndex index;
    private final LineFaults faults = new LineFaults();
    private final List<AccuracyReport.Example> examples = new ArrayList<>();
    private final Tally provinces = new Tally();
    private final Tally cities = new Tally();
    private int rows;

    private Accuracy(RegionIndex index) {
        this.index = index;
    }

    /// @throws InvalidInputException when the file as such is refused
    public static AccuracyReport of(InputStream sample, RegionIndex index) throws IOException {
        return new Accuracy(index).read(new CsvLines(sample, MOST_BYTES));
    }

    private record Row(CallerNumber number, Province province, Optional<Place> city) {}

    private AccuracyReport read(CsvLines lines) throws IOException {
        for (var line = lines.next(); line.isPresent(); line = lines.next()) {
            if (rows + faults.count() == MOST_ROWS) {
                throw new InvalidInputException(List.of(new Violation(
                        "lines[" + lines.number() + "]", "regions.too-many", "is row 200,001 of at most 200,000")));
            }
            if (!lines.isHeading(line.get())) {
                row(lines.number(), line.get()).ifPresent(this::compare);
            }
        }
        return new AccuracyReport(rows, faults.count(), provinces.score(), cities.score(), examples, faults.named());
    }

    private Optional<Row> row(int number, String line) {
        try {
            var fields = CsvLines.fields(line);
            if (fields.size() < 2 || fields.size() > 3) {
                throw new IllegalArgumentException(
                        "has " + fields.size() + " columns; there are number, province, city");
            }
            var province = index.table()
                    .province(fields.get(1))
                    .orElseThrow(() -> new IllegalArgumentException("names no province"));
            var name = fields.size() > 2 ? fields.get(2) : "";
            var city = index.table().city(province, name);
            if (!name.isEmpty() && city.isEmpty()) {
                throw new IllegalArgumentException("names no city of " + province.name());
            }
            return Optional.of(new Row(CallerNumber.of(fields.getFirst(), ""), province, city));
        } catch (IllegalArgumentException e) {
            faults.add(number, "", "regions.sample", String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private void compare(Row row) {
        rows++;
        var region = index.of(row.number());
        boolean right = provinces.add(region.province(), row.province().name());
        if (row.city().isPresent()) {
            right &= cities.add(region.city(), row.city().get().city());
        }
        if (!right && examples.size() < EXAMPLES) {
            examples.add(example(row, region));
        }
    }

    private AccuracyReport.Example example(Row row, Region region) {
        var digits = row.number().normalised();
        var masked = digits.length() > 4 ? digits.substring(0, digits.length() - 4) + "****" : "****";
        var expected = row.province().name() + row.city().map(Place::city).orElse("");
        var source = index.locate(row.number()).source().code();
        return new AccuracyReport.Example(masked, expected, region.province() + region.city(), source);
    }

    private static final class Tally {
        private int right;
        private int wrong;
        private int unknown;

        /// @return false when the answer is wrong; not to know is no wrong answer
        boolean add(String answered, String expected) {
            if (answered.isEmpty()) {
                unknown++;
                return true;
            }
            boolean same = answered.equals(expected);
            right += same ? 1 : 0;
            wrong += same ? 0 : 1;
            return same;
        }

        AccuracyReport.Score score() {
            return new AccuracyReport.Score(right, wrong, unknown);
        }
    }
}
