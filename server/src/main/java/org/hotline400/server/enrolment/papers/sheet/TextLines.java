package org.hotline400.server.enrolment.papers.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Breaks text into lines: Chinese anywhere but before closing marks and behind opening ones, Latin words and
/// numbers where they end, if they fit on a line at all.
final class TextLines {
    private static final String NEVER_FIRST = "，。；：、！？）》」』】…,.;:!?)]}%";
    private static final String NEVER_LAST = "（《「『【([{";

    private final PDType0Font font;

    TextLines(PDType0Font font) {
        this.font = font;
    }

    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / 1_000 * size;
    }

    /// @return at least one line
    List<String> wrap(String text, float size, float width) throws IOException {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String piece : pieces(text)) {
            if (!line.isEmpty() && width(line + piece, size) > width) {
                lines.add(line);
                line = piece.strip();
            } else {
                line += piece;
            }
            while (width(line, size) > width && line.codePointCount(0, line.length()) > 1) {
                int fits = fitting(line, size, width);
                lines.add(line.substring(0, fits));
                line = line.substring(fits);
            }
        }
        lines.add(line);
        return lines;
    }

    private int fitting(String line, float size, float width) throws IOException {
        int end = line.offsetByCodePoints(0, 1);
        while (end < line.length() && width(line.substring(0, line.offsetByCodePoints(end, 1)), size) <= width) {
            end = line.offsetByCodePoints(end, 1);
        }
        return end;
    }

    /// What stays together.
    private static List<String> pieces(String text) {
        List<String> pieces = new ArrayList<>();
        StringBuilder piece = new StringBuilder();
        int before = ' ';
        for (int one : text.codePoints().toArray()) {
            if (!piece.isEmpty() && mayBreak(before, one)) {
                pieces.add(piece.toString());
                piece.setLength(0);
            }
            piece.appendCodePoint(one);
            before = one;
        }
        pieces.add(piece.toString());
        return pieces;
    }

    private static boolean mayBreak(int before, int after) {
        if (NEVER_FIRST.indexOf(after) >= 0 || NEVER_LAST.indexOf(before) >= 0) {
            return false;
        }
        return before == ' ' || !(isWord(before) && isWord(after));
    }

    private static boolean isWord(int character) {
        return character < 0x2E80 && character != ' ';
    }
}
