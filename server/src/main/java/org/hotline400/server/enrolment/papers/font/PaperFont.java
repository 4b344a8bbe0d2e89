package org.hotline400.server.enrolment.papers.font;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// Noto Sans SC (SIL Open Font License 1.1), from the jar: a server has no Chinese fonts, often no fonts at
/// all. Text on pictures is drawn by its outlines, so that Java's own fonts, which need libraries of the
/// system, are never asked.
public final class PaperFont {
    private static final String FILE = "/fonts/NotoSansSC-Regular.ttf";
    private static final int MISSING = 0;

    private PaperFont() {}

    /// About 10 MB, read when the first paper is shown.
    private static final class Loaded {
        private static final byte[] BYTES = read();
        private static final TrueTypeFont FONT = parse();
        private static final CmapLookup GLYPHS = glyphs();

        private static byte[] read() {
            try (InputStream file = PaperFont.class.getResourceAsStream(FILE)) {
                if (file == null) {
                    throw new IllegalStateException("the jar lacks " + FILE);
                }
                return file.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static TrueTypeFont parse() {
            try {
                return new TTFParser().parse(new RandomAccessReadBuffer(BYTES));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static CmapLookup glyphs() {
            try {
                return FONT.getUnicodeCmapLookup();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// The font as it is shared: to look into, never to close.
    public static TrueTypeFont shared() {
        return Loaded.FONT;
    }

    /// Puts the font into a document, with the characters that are used there only.
    public static PDType0Font in(PDDocument document) throws IOException {
        return PDType0Font.load(document, new RandomAccessReadBuffer(Loaded.BYTES), true, false);
    }

    /// Whether the font has the character.
    public static boolean has(int character) {
        return Loaded.GLYPHS.getGlyphId(character) != MISSING;
    }

    /// The text with a white square for what the font lacks, and a blank for what is no character of a line.
    public static String drawable(String text) {
        StringBuilder result = new StringBuilder(text.length());
        text.codePoints().forEach(one -> result.appendCodePoint(drawable(one)));
        return result.toString();
    }

    private static int drawable(int character) {
        if (Character.isWhitespace(character) || Character.isISOControl(character)) {
            return ' ';
        }
        return has(character) ? character : '□';
    }

    /// The outline of a line of text, its base line beginning at (0, 0), `y` growing downwards.
    ///
    /// @param size of the em in pixels
    public static Path2D outline(String text, double size) {
        try {
            Path2D.Double line = new Path2D.Double();
            double scale = size / Loaded.FONT.getUnitsPerEm();
            double x = 0;
            for (int character : drawable(text).codePoints().toArray()) {
                int glyph = Loaded.GLYPHS.getGlyphId(character);
                append(line, glyph, new AffineTransform(scale, 0, 0, -scale, x, 0));
                x += Loaded.FONT.getAdvanceWidth(glyph) * scale;
            }
            return line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void append(Path2D line, int glyph, AffineTransform place) throws IOException {
        var outline = Loaded.FONT.getGlyph().getGlyph(glyph);
        if (outline != null) {
            line.append(outline.getPath().getPathIterator(place), false);
        }
    }
}
