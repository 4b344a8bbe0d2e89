package org.hotline400.server.enrolment.papers.inspection;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.filter.FilterFactory;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.rendering.PageDrawer;
import org.apache.pdfbox.rendering.PageDrawerParameters;

/// Draws pages until its time is over, and no picture within a page's text (ISO 32000-1 §8.9.7) that unfolds
/// to more than such a picture may have.
final class GuardedRenderer extends PDFRenderer {
    /// §8.9.7 recommends 4 KB.
    private static final int MOST_OF_INLINE = 16_000_000;

    private static final float LARGEST_SCALE = 4;

    private final BooleanSupplier isLate;

    GuardedRenderer(PDDocument document, BooleanSupplier isLate) {
        super(document);
        this.isLate = isLate;
        setSubsamplingAllowed(true);
    }

    /// @param page from 0
    /// @param longest pixels of its longer side
    BufferedImage draw(int page, int longest) throws IOException {
        var box = document.getPage(page).getCropBox();
        float side = Math.max(box.getWidth(), box.getHeight());
        float scale = Math.min(LARGEST_SCALE, longest / side);
        if (!(side > 0) || Math.min(box.getWidth(), box.getHeight()) * scale < 1) {
            throw new IOException("the page has no size");
        }
        return renderImage(page, scale, ImageType.RGB);
    }

    @Override
    protected PageDrawer createPageDrawer(PageDrawerParameters parameters) throws IOException {
        return new Drawer(parameters);
    }

    private final class Drawer extends PageDrawer {
        private Drawer(PageDrawerParameters parameters) throws IOException {
            super(parameters);
        }

        @Override
        protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
            if (isLate.getAsBoolean()) {
                throw new TooLateException();
            }
            if (operator.getImageParameters() != null && operator.getImageData() != null) {
                bound(operator.getImageParameters(), operator.getImageData());
            }
            super.processOperator(operator, operands);
        }
    }

    private static void bound(COSDictionary parameters, byte[] data) throws IOException {
        COSBase told = parameters.getDictionaryObject(COSName.F, COSName.FILTER);
        if (told instanceof COSArray many && many.size() > 1) {
            throw new IOException("a picture in the text is folded more than once");
        }
        COSBase filter = told instanceof COSArray one && one.size() == 1 ? one.getObject(0) : told;
        long pixels = (long) parameters.getInt(COSName.W, COSName.WIDTH) * parameters.getInt(COSName.H, COSName.HEIGHT);
        if (pixels > MOST_OF_INLINE) {
            throw new IOException("a picture in the text is too large");
        }
        if (filter instanceof COSName name) {
            boundUnfolded(name, data);
        }
    }

    private static void boundUnfolded(COSName filter, byte[] data) throws IOException {
        switch (filter.getName()) {
            case "DCT", "DCTDecode" -> {
                if (JpegFile.announcedPixels(data) > MOST_OF_INLINE) {
                    throw new IOException("a picture in the text is too large");
                }
            }
            case "CCF", "CCITTFaxDecode" -> {}
            default ->
                FilterFactory.INSTANCE
                        .getFilter(filter)
                        .decode(new ByteArrayInputStream(data), new Bounded(), new COSDictionary(), 0);
        }
    }

    /// The work was given up.
    static final class TooLateException extends RuntimeException {
        private TooLateException() {
            super("took too long", null, false, false);
        }
    }

    private static final class Bounded extends OutputStream {
        private long count;

        @Override
        public void write(int one) throws IOException {
            add(1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            add(length);
        }

        private void add(int bytes) throws IOException {
            count += bytes;
            if (count > 4L * MOST_OF_INLINE) {
                throw new IOException("a picture in the text unfolds to too much");
            }
        }
    }
}
