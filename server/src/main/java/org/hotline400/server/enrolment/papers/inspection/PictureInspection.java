package org.hotline400.server.enrolment.papers.inspection;

import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.enrolment.papers.FileType;

/// Inspects a JPEG or PNG: structure and header first, then all of its pixels.
final class PictureInspection {
    static final int LEAST_SIDE = 300;
    static final long MOST_PIXELS = 60_000_000;
    /// Nobody photographs a paper in so few pixels: somebody sends anything to get on.
    private static final int HARDLY_A_PIXEL = 8;

    private PictureInspection() {}

    static Inspection jpeg(byte[] file) {
        Optional<JpegFile> read = JpegFile.read(file, 0);
        if (read.isEmpty()) {
            return brokenOr(file, JpegFile.announcedPixels(file));
        }
        JpegFile jpeg = read.get();
        Set<PaperFault> faults = sizes(jpeg.width(), jpeg.height());
        if (jpeg.components() != 1 && jpeg.components() != 3) {
            faults.add(PaperFault.COLOURS);
        }
        if (isPolyglot(jpeg)) {
            faults.add(PaperFault.POLYGLOT);
        }
        return decided(FileType.JPEG, Picture.of(jpeg), faults);
    }

    static Inspection png(byte[] file) {
        Optional<PngFile> read = PngFile.read(file);
        if (read.isEmpty()) {
            return brokenOr(file, 0);
        }
        PngFile png = read.get();
        Set<PaperFault> faults = sizes(png.width(), png.height());
        if (isPolyglot(png)) {
            faults.add(PaperFault.POLYGLOT);
        }
        return decided(FileType.PNG, Picture.of(png), faults);
    }

    private static Inspection brokenOr(byte[] file, long pixels) {
        Set<PaperFault> faults = EnumSet.of(PaperFault.BROKEN);
        if (HiddenContent.isArchive(file)) {
            faults.add(PaperFault.POLYGLOT);
        }
        if (pixels > MOST_PIXELS) {
            faults.add(PaperFault.TOO_MANY_PIXELS);
        }
        return new Inspection.Refused(faults);
    }

    private static Set<PaperFault> sizes(int width, int height) {
        Set<PaperFault> faults = EnumSet.noneOf(PaperFault.class);
        if (Math.min(width, height) <= HARDLY_A_PIXEL) {
            faults.add(PaperFault.ONE_PIXEL);
        } else if (Math.min(width, height) < LEAST_SIDE) {
            faults.add(PaperFault.TOO_FEW_PIXELS);
        }
        if ((long) width * height > MOST_PIXELS) {
            faults.add(PaperFault.TOO_MANY_PIXELS);
        }
        return faults;
    }

    /// Phones put further pictures (a thumbnail, a depth map: CIPA DC-007) behind the first one, each of them
    /// a whole JPEG; nothing else may be there.
    private static boolean isPolyglot(JpegFile jpeg) {
        byte[] file = jpeg.bytes();
        int at = Bytes.skipFiller(file, jpeg.end());
        while (at < file.length) {
            // A start marker's 0xFF is taken for filler.
            Optional<JpegFile> next = JpegFile.read(file, at - 1);
            if (next.isEmpty() || hasPage(next.get())) {
                return true;
            }
            at = Bytes.skipFiller(file, next.get().end());
        }
        return hasPage(jpeg) || HiddenContent.isArchive(file) || HiddenContent.isDocument(file);
    }

    private static boolean hasPage(JpegFile jpeg) {
        return jpeg.segments().stream()
                .filter(JpegFile.Segment::isMetadata)
                .anyMatch(segment -> HiddenContent.hasPage(jpeg.bytes(), segment.from(), segment.to()));
    }

    private static boolean isPolyglot(PngFile png) {
        byte[] file = png.bytes();
        boolean page = png.chunks().stream()
                .filter(chunk -> !chunk.isNeeded())
                .anyMatch(chunk -> HiddenContent.hasPage(file, chunk.from(), chunk.to()));
        return page
                || Bytes.skipFiller(file, png.end()) < file.length
                || HiddenContent.isArchive(file)
                || HiddenContent.isDocument(file);
    }

    private static Inspection decided(FileType type, Picture picture, Set<PaperFault> faults) {
        if (!faults.isEmpty()) {
            return new Inspection.Refused(faults);
        }
        try {
            picture.raw(Math.max(1, Math.max(picture.width(), picture.height()) / 200));
            return new Inspection.Accepted(type, 1, picture.width(), picture.height());
        } catch (IOException damaged) {
            return Inspection.refused(PaperFault.BROKEN);
        }
    }
}
