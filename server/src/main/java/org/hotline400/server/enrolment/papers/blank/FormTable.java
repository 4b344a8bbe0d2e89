package org.hotline400.server.enrolment.papers.blank;

import java.io.IOException;
import java.util.List;
import org.hotline400.server.enrolment.papers.sheet.Sheet;

/// A table of labels and what is filled in: two pairs in a row, or one across the page. A row is as high as
/// its text, and never torn by a page's end.
final class FormTable {
    private static final float SIZE = 9.5f;
    private static final float LEADING = 13;
    private static final float PADDING = 4;
    private static final float LABEL = 84;
    private static final float TITLE = 20;
    /// So many fit on a page.
    private static final int MOST_LINES = 40;

    private static final int MOST_BESIDE = 6;

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
        float width = Sheet.RIGHT - Sheet.LEFT;
        List<String> lines = wrapped(field, width);
        for (int from = 0; from < lines.size(); from += MOST_LINES) {
            List<String> some = lines.subList(from, Math.min(lines.size(), from + MOST_LINES));
            float height = height(some.size());
            sheet.need(height);
            cell(field.label(), some, Sheet.LEFT, width, height);
            sheet.down(height);
        }
    }

    /// Two fields beside each other, one below the other when one is long.
    void row(Field left, Field right) throws IOException {
        float width = (Sheet.RIGHT - Sheet.LEFT) / 2;
        List<String> first = wrapped(left, width);
        List<String> second = wrapped(right, width);
        int most = Math.max(first.size(), second.size());
        if (most > MOST_BESIDE) {
            row(left);
            row(right);
            return;
        }
        sheet.need(height(most));
        cell(left.label(), first, Sheet.LEFT, width, height(most));
        cell(right.label(), second, Sheet.LEFT + width, width, height(most));
        sheet.down(height(most));
    }

    private static float height(int lines) {
        return lines * LEADING + 2 * PADDING;
    }

    private List<String> wrapped(Field field, float width) throws IOException {
        return sheet.wrap(field.value(), SIZE, width - LABEL - 2 * PADDING);
    }

    private void cell(String label, List<String> lines, float x, float width, float height) throws IOException {
        sheet.shade(x, sheet.y(), LABEL, height);
        sheet.frame(x, sheet.y(), LABEL, height);
        sheet.frame(x + LABEL, sheet.y(), width - LABEL, height);
        float top = sheet.y() + PADDING + (LEADING - SIZE) / 2 - 1;
        sheet.text(label, SIZE, x + PADDING, top);
        for (String line : lines) {
            sheet.text(line, SIZE, x + LABEL + PADDING, top);
            top += LEADING;
        }
    }

    /// Numbered sentences in a frame.
    void sentences(List<String> sentences) throws IOException {
        float width = Sheet.RIGHT - Sheet.LEFT - 2 * PADDING - 14;
        for (int i = 0; i < sentences.size(); i++) {
            List<String> lines = sheet.wrap(sentences.get(i), SIZE - 0.5f, width);
            float height = lines.size() * (LEADING - 1) + 2;
            sheet.need(height);
            sheet.text((i + 1) + ".", SIZE - 0.5f, Sheet.LEFT + PADDING, sheet.y());
            float top = sheet.y();
            for (String line : lines) {
                sheet.text(line, SIZE - 0.5f, Sheet.LEFT + PADDING + 14, top);
                top += LEADING - 1;
            }
            sheet.down(height);
        }
    }
}
