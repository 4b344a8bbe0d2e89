package org.hotline400.server.numbers.stock;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.server.web.CsvLine;

/// All segments, in the order of their prefixes and days.
public record SegmentTable(List<Segment> segments) {
    private static final String FILE = "/numbers/segments.csv";
    private static final int COLUMNS = 6;

    public SegmentTable {
        segments = segments.stream()
                .sorted(Comparator.comparing(Segment::prefix).thenComparing(Segment::from))
                .toList();
    }

    /// The segments that are in the jar.
    public static SegmentTable inTheBox() {
        try (var file = SegmentTable.class.getResourceAsStream(FILE)) {
            if (file == null) {
                throw new IllegalStateException(FILE + " is missing in the jar");
            }
            return new SegmentTable(new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> segment(CsvLine.split(line)))
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the segments in the box", e);
        }
    }

    private static Segment segment(List<String> cells) {
        if (cells.size() != COLUMNS) {
            throw new IllegalStateException("a segment in the box has " + COLUMNS + " columns; was " + cells);
        }
        return new Segment(
                cells.get(0),
                filled(cells.get(1)).map(NumberCarrier::of),
                cells.get(4).equals("yes"),
                LocalDate.parse(cells.get(2)),
                filled(cells.get(3)).map(LocalDate::parse),
                cells.get(5));
    }

    private static Optional<String> filled(String cell) {
        return Optional.of(cell).filter(text -> !text.isEmpty());
    }

    /// This table with other segments for the prefixes that those have.
    public SegmentTable with(List<Segment> changed) {
        Set<String> prefixes = changed.stream().map(Segment::prefix).collect(Collectors.toSet());
        var all = new ArrayList<>(changed);
        segments.stream().filter(one -> !prefixes.contains(one.prefix())).forEach(all::add);
        return new SegmentTable(all);
    }

    /// What holds on a day, the shorter prefixes first: a later one counts more.
    public List<Segment> inForce(LocalDate day) {
        return segments.stream()
                .filter(one -> one.isInForce(day))
                .sorted(Comparator.comparingInt(one -> one.prefix().length()))
                .toList();
    }
}
