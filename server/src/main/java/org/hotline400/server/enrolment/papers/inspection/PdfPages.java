package org.hotline400.server.enrolment.papers.inspection;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.hotline400.server.enrolment.papers.font.OwnFonts;

/// Shows the pages of a PDF that was accepted.
public final class PdfPages {
    static {
        OwnFonts.use();
    }

    private PdfPages() {}

    /// @param page from 1
    /// @param longest pixels of the longer side
    /// @param isLate asked while it is drawn: whether to give up
    /// @throws IOException when it cannot be shown, or there is no such page
    public static BufferedImage draw(byte[] pdf, int page, int longest, BooleanSupplier isLate) throws IOException {
        try (PDDocument document = open(pdf)) {
            if (page < 1 || page > document.getNumberOfPages()) {
                throw new IOException("there is no page " + page);
            }
            return new GuardedRenderer(document, isLate).draw(page - 1, longest);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new IOException("the page cannot be shown", broken);
        }
    }

    static PDDocument open(byte[] pdf) throws IOException {
        return Loader.loadPDF(pdf);
    }
}
