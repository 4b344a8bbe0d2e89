package org.hotline400.server.enrolment.papers.inspection;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.hotline400.server.enrolment.papers.FileType;

/// Says whether a file can be taken as a paper. By its content alone: what its sender calls it does not count.
public final class PaperInspection {
    /// Bytes of a file.
    public static final int MOST_BYTES = 20 * 1_024 * 1_024;

    private PaperInspection() {}

    /// @param isLate asked while it works: whether to give up
    public static Inspection inspect(byte[] file, BooleanSupplier isLate) {
        if (file.length == 0) {
            return Inspection.refused(PaperFault.EMPTY);
        }
        if (file.length > MOST_BYTES) {
            return Inspection.refused(PaperFault.TOO_LARGE);
        }
        Optional<FileType> type = FileType.byContent(file);
        if (type.isEmpty()) {
            return Inspection.refused(unknown(file));
        }
        return switch (type.get()) {
            case JPEG -> PictureInspection.jpeg(file);
            case PNG -> PictureInspection.png(file);
            case PDF -> PdfInspection.inspect(file, isLate);
        };
    }

    private static PaperFault unknown(byte[] file) {
        if (isHeic(file)) {
            return PaperFault.HEIC;
        }
        boolean hasLaterStart = HiddenContent.isDocument(file);
        return hasLaterStart ? PaperFault.POLYGLOT : PaperFault.WRONG_TYPE;
    }

    /// ISO/IEC 23008-12 §10: what iPhones take.
    private static boolean isHeic(byte[] file) {
        return Bytes.has(file, 4, "ftyp")
                && (Bytes.has(file, 8, "heic") || Bytes.has(file, 8, "heix") || Bytes.has(file, 8, "mif1"));
    }
}
