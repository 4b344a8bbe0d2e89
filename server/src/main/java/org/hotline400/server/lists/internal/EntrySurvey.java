package org.hotline400.server.lists.internal;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.lists.EntryOrder;
import org.hotline400.server.lists.ListBounds;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.PinOrder;
import org.hotline400.server.web.CsvFile;
import org.hotline400.server.web.CsvLine;
import org.jspecify.annotations.Nullable;

/// The first look at a file: gathers what is wrong, and which pattern stands in which line.
final class EntrySurvey implements CsvFile.LineReader {
    private static final int MOST_VIOLATIONS = 100;

    private final ListKind kind;
    private final List<Violation> violations = new ArrayList<>();
    private final LongTable lines = LongTable.of(0);
    private @Nullable EntryColumns columns;
    private int wrong;
    private int pins;

    EntrySurvey(ListKind kind) {
        this.kind = kind;
    }

    EntryColumns columns() {
        if (columns == null) {
            throw new IllegalStateException("done() comes before");
        }
        return columns;
    }

    LongTable lines() {
        return lines;
    }

    @Override
    public void read(int number, String line) {
        var known = columns;
        try {
            if (known == null) {
                columns = EntryColumns.of(number, CsvLine.split(line));
            } else {
                note(number, known.entry(CsvLine.split(line)));
            }
        } catch (EntryColumns.WrongCellException e) {
            add(number, "." + e.column().code(), "lists.cell", e);
        } catch (IllegalArgumentException e) {
            add(number, "", "lists.line", e);
            if (known == null) {
                done();
            }
        }
    }

    private void note(int number, EntryOrder entry) {
        if (entry.pin() instanceof PinOrder.Set) {
            notePin();
        }
        if (lines.size() == ListBounds.MOST_ENTRIES) {
            throw new InvalidInputException(List.of(
                    new Violation(CsvFile.field(number), "lists.too-many-rows", "a file has at most 1,000,000 rows")));
        }
        long key = PatternKeys.of(entry.pattern());
        int before = lines.get(key);
        if (before != LongTable.ABSENT) {
            throw new IllegalArgumentException(
                    "names " + entry.pattern().text() + " as line " + before + " does: leave one of them out");
        }
        lines.put(key, number);
    }

    private void notePin() {
        pins++;
        if (kind != ListKind.GREY) {
            throw new IllegalArgumentException("only the entries of a grey list have PINs");
        }
        if (pins > ListBounds.MOST_PINS_OF_A_FILE) {
            throw new IllegalArgumentException(
                    "at most 10,000 rows of a file set a PIN: send the others in another file, to be merged");
        }
    }

    private void add(int number, String column, String code, IllegalArgumentException e) {
        wrong++;
        if (violations.size() < MOST_VIOLATIONS) {
            violations.add(new Violation(CsvFile.field(number) + column, code, String.valueOf(e.getMessage())));
        }
    }

    /// @throws InvalidInputException when anything was wrong
    void done() {
        if (columns == null && wrong == 0) {
            violations.add(new Violation("body", "lists.empty", "the file is empty: the first line names the columns"));
        }
        if (wrong > violations.size()) {
            violations.add(
                    new Violation("body", "lists.more", (wrong - violations.size()) + " more lines are at fault"));
        }
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }
}
