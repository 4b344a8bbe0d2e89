package org.hotline400.server.enrolment.papers.blank;

import java.io.IOException;
import java.util.List;

/// A table of labels and what is filled in: two pairs in a row, or one across the page. A row is as high as
/// its text, and never torn by a page's end.
final class FormTable {
    private static final float SIZE = 9.5f;
    private static final float LEADING = 13.5f;
    private static final float PADDING = 4.5f;
    private static final float LABEL = 84;
    private static final float TITLE = 20;

    private final Sheet sheet;

    FormTable(Sheet sheet) {
        this.sheet = sheet;
    }

    /// @param value empty: left blank, to be filled in by hand
    record Field(String label, String value) {}

    /// With room for the first row below.
    void title(String text) throws IOException {
        sheet.need(TITLE + 3 * LEADING);
        sheet.down(7);
        sheet.text(text, 11, Sheet.LEFT, sheet.y());
        sheet.down(TITLE - 4);
    }

    void row(Field field) throws IOException {
        cells(List.of(field), Sheet.RIGHT - Sheet.LEFT);
    }

    void row(Field left, Field right) throws IOException {
        cells(List.of(left, right), (Sheet.RIGHT - Sheet.LEFT) / 2);
    }

    private void cells(List<Field> fields, float width) throws IOException {
        int most = 1;
        for (Field field : fields) {
            most = Math.max(most, wrapped(field, width).size());
        }
        float height = most * LEADING + 2 * PADDING;
        sheet.need(height);
        float x = Sheet.LEFT;
        for (Field field : fields) {
            cell(field, x, width, height);
            x += width;
        }
        sheet.down(height);
    }

    private List<String> wrapped(Field field, float width) throws IOException {
        return sheet.wrap(field.value(), SIZE, width - LABEL - 2 * PADDING);
    }

    private void cell(Field field, float x, float width, float height) throws IOException {
        sheet.shade(x, sheet.y(), LABEL, height);
        sheet.frame(x, sheet.y(), LABEL, height);
        sheet.frame(x + LABEL, sheet.y(), width - LABEL, height);
        float top = sheet.y() + PADDING + (LEADING - SIZE) / 2 - 1;
        sheet.text(field.label(), SIZE, x + PADDING, top);
        for (String line : wrapped(field, width)) {
            sheet.text(line, SIZE, x + LABEL + PADDING, top);
            top += LEADING;
        }
    }

    /// Numbered sentences in a frame.
    void sentences(List<String> sentences) throws IOException {
        float width = Sheet.RIGHT - Sheet.LEFT - 2 * PADDING - 14;
        for (int i = 0; i < sentences.size(); i++) {
            List<String> lines = sheet.wrap(sentences.get(i), SIZE - 0.5f, width);
            float height = lines.size() * LEADING + 2;
            sheet.need(height);
            sheet.text((i + 1) + ".", SIZE - 0.5f, Sheet.LEFT + PADDING, sheet.y());
            float top = sheet.y();
            for (String line : lines) {
                sheet.text(line, SIZE - 0.5f, Sheet.LEFT + PADDING + 14, top);
                top += LEADING;
            }
            sheet.down(height);
        }
    }
}
