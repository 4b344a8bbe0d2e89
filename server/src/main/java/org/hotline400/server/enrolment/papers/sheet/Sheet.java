package org.hotline400.server.enrolment.papers.sheet;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.hotline400.server.enrolment.papers.font.PaperFont;

/// Pages of A4 that are written on from top to bottom. Lengths are points (1/72 inch), places from the top
/// left corner.
public final class Sheet implements AutoCloseable {
    public static final float WIDTH = PDRectangle.A4.getWidth();
    public static final float HEIGHT = PDRectangle.A4.getHeight();
    /// Wide enough for punched holes.
    public static final float LEFT = 56;

    public static final float RIGHT = WIDTH - 42;
    private static final float TOP = 48;
    private static final float BOTTOM = HEIGHT - 50;
    private static final Color LINE = new Color(70, 70, 70);
    private static final Color SHADE = new Color(238, 241, 245);

    private final PDDocument document = new PDDocument();
    private final PDType0Font font;
    private final TextLines lines;
    private PDPageContentStream content;
    private float y = TOP;

    public Sheet(String title) throws IOException {
        font = PaperFont.in(document);
        lines = new TextLines(font);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Hotline400");
        content = page();
    }

    private PDPageContentStream page() throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        return new PDPageContentStream(document, page);
    }

    public float y() {
        return y;
    }

    public void down(float by) {
        y += by;
    }

    /// Begins a new page unless so much fits on this one.
    ///
    /// @return whether a page was begun
    public boolean need(float height) throws IOException {
        if (y + height <= BOTTOM) {
            return false;
        }
        content.close();
        content = page();
        y = TOP;
        return true;
    }

    /// Breaks text into lines that are no wider; at least one.
    public List<String> wrap(String text, float size, float width) throws IOException {
        return lines.wrap(PaperFont.drawable(text), size, width);
    }

    /// One line, its upper edge at `top`.
    public void text(String text, float size, float x, float top) throws IOException {
        content.beginText();
        content.setFont(font, size);
        content.setNonStrokingColor(Color.BLACK);
        content.newLineAtOffset(x, HEIGHT - top - size * 0.92f);
        content.showText(PaperFont.drawable(text));
        content.endText();
    }

    public void textRight(String text, float size, float right, float top) throws IOException {
        text(text, size, right - lines.width(PaperFont.drawable(text), size), top);
    }

    public void textCentred(String text, float size, float top) throws IOException {
        text(text, size, (LEFT + RIGHT - lines.width(PaperFont.drawable(text), size)) / 2, top);
    }

    public void shade(float x, float top, float width, float height) throws IOException {
        content.setNonStrokingColor(SHADE);
        content.addRect(x, HEIGHT - top - height, width, height);
        content.fill();
    }

    public void frame(float x, float top, float width, float height) throws IOException {
        content.setStrokingColor(LINE);
        content.setLineWidth(0.6f);
        content.addRect(x, HEIGHT - top - height, width, height);
        content.stroke();
    }

    public void line(float x1, float x2, float top) throws IOException {
        content.setStrokingColor(LINE);
        content.setLineWidth(0.6f);
        content.moveTo(x1, HEIGHT - top);
        content.lineTo(x2, HEIGHT - top);
        content.stroke();
    }

    /// Black squares, `true` where one is.
    public void dots(boolean[][] dots, float x, float top, float side) throws IOException {
        content.setNonStrokingColor(Color.BLACK);
        float dot = side / dots.length;
        for (int row = 0; row < dots.length; row++) {
            for (int column = 0; column < dots[row].length; column++) {
                if (dots[row][column]) {
                    content.addRect(x + column * dot, HEIGHT - top - (row + 1) * dot, dot, dot);
                }
            }
        }
        content.fill();
    }

    /// Writes below each page, when all are there.
    ///
    /// @param left such as the number of the form
    public void foot(String left) throws IOException {
        content.close();
        int pages = document.getNumberOfPages();
        for (int i = 0; i < pages; i++) {
            content = new PDPageContentStream(
                    document, document.getPage(i), PDPageContentStream.AppendMode.APPEND, true, true);
            line(LEFT, RIGHT, HEIGHT - 40);
            text(left, 7.5f, LEFT, HEIGHT - 36);
            textRight("第 " + (i + 1) + " 页 / 共 " + pages + " 页", 7.5f, RIGHT, HEIGHT - 36);
            content.close();
        }
    }

    public byte[] bytes() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
