package org.hotline400.server.enrolment.papers.preview;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.hotline400.server.enrolment.papers.FileType;
import org.hotline400.server.enrolment.papers.inspection.PdfPages;
import org.hotline400.server.enrolment.papers.inspection.Picture;

/// Draws a page of a paper that was accepted. All in memory: nothing of it is on the disk in clear.
public final class PaperPicture {
    private static final float QUALITY = 0.85f;

    private PaperPicture() {}

    /// @param page from 1
    /// @param longest pixels of the longer side
    /// @param isLate asked while it is drawn: whether to give up
    /// @throws IOException when it cannot be shown
    public static BufferedImage draw(FileType type, byte[] file, int page, int longest, BooleanSupplier isLate)
            throws IOException {
        return switch (type) {
            case PDF -> PdfPages.draw(file, page, longest, isLate);
            case JPEG, PNG -> Picture.of(type, file).decode(longest);
        };
    }

    /// As JPEG, without any metadata.
    public static byte[] jpeg(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try (var output = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(output);
            ImageWriteParam wish = writer.getDefaultWriteParam();
            wish.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            wish.setCompressionQuality(QUALITY);
            writer.write(null, new IIOImage(picture, null, null), wish);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
