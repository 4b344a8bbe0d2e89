package org.hotline400.server.billing.paper;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.enrolment.papers.sheet.Sheet;

/// A table with a head that is repeated on each page. A row is as high as its text and never torn by a page's end.
final class ColumnTable {
    private static final float SIZE = 9;
    private static final float SMALL = 7.5f;
    private static final float LEADING = 12;
    private static final float PADDING = 4;

    private final Sheet sheet;
    private final List<Column> columns;

    /// @param width in points
    /// @param toTheRight whether its text ends at the right edge, as amounts do
    record Column(String head, float width, boolean toTheRight) {}

    /// @param text in the usual size
    /// @param note below it, smaller; may be empty
    record Cell(String text, String note) {
        static Cell of(String text) {
            return new Cell(text, "");
        }
    }

    ColumnTable(Sheet sheet, List<Column> columns) {
        this.sheet = sheet;
        this.columns = List.copyOf(columns);
    }

    void head() throws IOException {
        float height = LEADING + 2 * PADDING;
        sheet.need(height * 2);
        float x = Sheet.LEFT;
        sheet.shade(Sheet.LEFT, sheet.y(), Sheet.RIGHT - Sheet.LEFT, height);
        for (var column : columns) {
            write(column, column.head(), SIZE, x, sheet.y() + PADDING);
            x += column.width();
        }
        sheet.line(Sheet.LEFT, Sheet.RIGHT, sheet.y());
        sheet.line(Sheet.LEFT, Sheet.RIGHT, sheet.y() + height);
        sheet.down(height);
    }

    void row(List<Cell> cells) throws IOException {
        var wrapped = new ArrayList<Lines>();
        int most = 1;
        for (int i = 0; i < cells.size(); i++) {
            var lines = wrap(cells.get(i), columns.get(i).width() - 2 * PADDING);
            wrapped.add(lines);
            most = Math.max(most, lines.count());
        }
        float height = most * LEADING + 2 * PADDING - 2;
        if (sheet.need(height)) {
            head();
        }
        write(wrapped);
        sheet.line(Sheet.LEFT, Sheet.RIGHT, sheet.y() + height);
        sheet.down(height);
    }

    private record Lines(List<String> text, List<String> note) {
        int count() {
            return text.size() + note.size();
        }
    }

    private Lines wrap(Cell cell, float width) throws IOException {
        return new Lines(
                sheet.wrap(cell.text(), SIZE, width),
                cell.note().isEmpty() ? List.of() : sheet.wrap(cell.note(), SMALL, width));
    }

    private void write(List<Lines> cells) throws IOException {
        float x = Sheet.LEFT;
        for (int i = 0; i < cells.size(); i++) {
            float top = sheet.y() + PADDING - 1;
            for (String line : cells.get(i).text()) {
                write(columns.get(i), line, SIZE, x, top);
                top += LEADING;
            }
            for (String line : cells.get(i).note()) {
                write(columns.get(i), line, SMALL, x, top);
                top += LEADING;
            }
            x += columns.get(i).width();
        }
    }

    private void write(Column column, String text, float size, float x, float top) throws IOException {
        if (column.toTheRight()) {
            sheet.textRight(text, size, x + column.width() - PADDING, top);
        } else {
            sheet.text(text, size, x + PADDING, top);
        }
    }
}
