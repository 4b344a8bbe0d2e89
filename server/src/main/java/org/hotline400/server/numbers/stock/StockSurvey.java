package org.hotline400.server.numbers.stock;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.web.CsvFile;
import org.hotline400.server.web.CsvLine;
import org.roaringbitmap.RoaringBitmap;

/// Reads a file of numbers line by line: gathers what it says and what is wrong with it.
final class StockSurvey implements CsvFile.LineReader {
    static final int MOST_LINES = 1_000_000;

    private final boolean usual;
    private final RoaringBitmap onSale = new RoaringBitmap();
    private final RoaringBitmap offSale = new RoaringBitmap();
    private final LineOverlaps overlaps = new LineOverlaps();
    private final List<Fault> faults = new ArrayList<>();
    private boolean begun;
    private int lines;
    private int wrong;

    /// @param usual whether numbers are on sale where a line does not say it
    StockSurvey(boolean usual) {
        this.usual = usual;
    }

    /// With its line, by which they are told.
    private record Fault(int line, Violation violation) {}

    @Override
    public void read(int number, String line) {
        boolean mayBeHeading = !begun;
        begun = true;
        count(number);
        try {
            var cells = CsvLine.split(line);
            if (mayBeHeading && StockLine.isHeading(cells)) {
                lines = 0;
            } else {
                take(number, StockLine.of(cells, usual));
            }
        } catch (StockLine.FaultyCellException e) {
            add(number, "." + e.column(), "numbers.import-cell", String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            add(number, "", "numbers.import-line", String.valueOf(e.getMessage()));
        }
    }

    private void count(int number) {
        if (lines == MOST_LINES) {
            throw new InvalidInputException(List.of(new Violation(
                    CsvFile.field(number),
                    "numbers.too-many-lines",
                    "a file has at most 1,000,000 lines: put ranges for numbers in a row, or send two files")));
        }
        lines++;
    }

    private void take(int number, StockLine line) {
        (line.onSale() ? onSale : offSale)
                .add((long) line.numbers().first(), line.numbers().end());
        overlaps.add(number, line);
    }

    private void add(int number, String column, String code, String message) {
        wrong++;
        if (faults.size() < ImportReport.NAMED) {
            faults.add(new Fault(number, new Violation(CsvFile.field(number) + column, code, message)));
        }
    }

    StockReading done() {
        var found = overlaps.find();
        addContrary(found.contrary());
        leaveOutContrary();
        faults.sort(Comparator.comparingInt(Fault::line));
        return new StockReading(
                new ImportedNumbers(onSale, offSale),
                lines,
                told(found.same()),
                new ImportReport.Faults(
                        wrong,
                        faults.stream()
                                .limit(ImportReport.NAMED)
                                .map(Fault::violation)
                                .toList()));
    }

    private void leaveOutContrary() {
        var contrary = RoaringBitmap.and(onSale, offSale);
        onSale.andNot(contrary);
        offSale.andNot(contrary);
    }

    private void addContrary(LineOverlaps.Pairs contrary) {
        wrong += contrary.count();
        named(contrary)
                .forEach(pair -> faults.add(new Fault(
                        pair.line(),
                        new Violation(
                                CsvFile.field(pair.line()),
                                "numbers.import-contradiction",
                                "says another state than line " + pair.earlier()
                                        + " of the same numbers: leave them out of one of the two"))));
    }

    private static ImportReport.Overlaps told(LineOverlaps.Pairs same) {
        return new ImportReport.Overlaps(
                same.count(),
                named(same)
                        .map(pair -> new ImportReport.Overlap(pair.line(), pair.earlier()))
                        .toList());
    }

    private static Stream<LineOverlaps.Pair> named(LineOverlaps.Pairs pairs) {
        return IntStream.range(0, Math.min(pairs.count(), ImportReport.NAMED)).mapToObj(pairs::get);
    }
}
