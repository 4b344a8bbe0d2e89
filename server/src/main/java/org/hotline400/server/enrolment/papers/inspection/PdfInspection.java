package org.hotline400.server.enrolment.papers.inspection;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.hotline400.server.enrolment.papers.FileType;

/// Inspects a PDF: its raw bytes, what its streams unfold to, all of its objects, and that each page can be
/// drawn.
final class PdfInspection {
    static final int MOST_PAGES = 20;
    /// Enough to run through everything that a page draws.
    private static final int SMALL = 150;

    private static final int MOST_OBJECTS = 50_000;

    private PdfInspection() {}

    /// @param isLate asked while it works: whether to give up
    static Inspection inspect(byte[] file, BooleanSupplier isLate) {
        Set<PaperFault> faults = rawFaults(file);
        // Faults of the bytes may be bombs, which the reader must not see.
        return faults.isEmpty() ? read(file, isLate) : new Inspection.Refused(faults);
    }

    private static Set<PaperFault> rawFaults(byte[] file) {
        int end = Bytes.findLast(file, "%%EOF", file.length, 0);
        if (end < 0) {
            return broken(file);
        }
        Set<PaperFault> faults = PdfStreams.faults(file);
        if (Bytes.skipFiller(file, end + "%%EOF".length()) < file.length || HiddenContent.isArchive(file)) {
            faults.add(PaperFault.POLYGLOT);
        }
        if (objects(file) > MOST_OBJECTS) {
            faults.add(PaperFault.PDF_BOMB);
        }
        return faults;
    }

    private static Set<PaperFault> broken(byte[] file) {
        return HiddenContent.isArchive(file)
                ? EnumSet.of(PaperFault.BROKEN, PaperFault.POLYGLOT)
                : EnumSet.of(PaperFault.BROKEN);
    }

    private static int objects(byte[] file) {
        int objects = 0;
        for (int at = Bytes.find(file, " obj", 0, file.length); at >= 0; objects++) {
            at = Bytes.find(file, " obj", at + 1, file.length);
        }
        return objects;
    }

    private static Inspection read(byte[] file, BooleanSupplier isLate) {
        try (PDDocument document = PdfPages.open(file)) {
            Set<PaperFault> faults = PdfObjects.faults(document.getDocument().getTrailer());
            if (document.isEncrypted()) {
                faults.add(PaperFault.PDF_ENCRYPTED);
            }
            int pages = document.getNumberOfPages();
            if (pages > MOST_PAGES) {
                faults.add(PaperFault.PDF_PAGES);
            } else if (pages < 1) {
                faults.add(PaperFault.BROKEN);
            }
            return faults.isEmpty() ? drawn(document, pages, isLate) : new Inspection.Refused(faults);
        } catch (InvalidPasswordException encrypted) {
            return Inspection.refused(PaperFault.PDF_ENCRYPTED);
        } catch (GuardedRenderer.TooLateException late) {
            return Inspection.refused(PaperFault.PDF_SLOW);
        } catch (IOException | RuntimeException | StackOverflowError broken) {
            return Inspection.refused(PaperFault.BROKEN);
        }
    }

    private static Inspection drawn(PDDocument document, int pages, BooleanSupplier isLate) throws IOException {
        GuardedRenderer renderer = new GuardedRenderer(document, isLate);
        for (int page = 0; page < pages; page++) {
            renderer.draw(page, SMALL);
        }
        return new Inspection.Accepted(FileType.PDF, pages, 0, 0);
    }
}
