package org.hotline400.server.enrolment.papers.inspection;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.hotline400.server.enrolment.papers.FileType;

/// A JPEG or PNG whose structure was found sound, ready to be decoded.
///
/// @param format as `ImageIO` names it
/// @param clean without metadata
/// @param orientation as EXIF counts it, 1 to 8
// Nobody compares these, and the bytes are not changed.
@SuppressWarnings("ArrayRecordComponent")
public record Picture(String format, byte[] clean, int width, int height, int orientation) {

    /// Of a file that was accepted.
    ///
    /// @throws IOException when it is damaged
    public static Picture of(FileType type, byte[] file) throws IOException {
        Optional<Picture> picture = switch (type) {
            case JPEG -> JpegFile.read(file, 0).map(Picture::of);
            case PNG -> PngFile.read(file).map(Picture::of);
            case PDF -> Optional.empty();
        };
        return picture.orElseThrow(() -> new IOException("no sound picture"));
    }

    static Picture of(JpegFile file) {
        return new Picture("jpeg", file.withoutMetadata(), file.width(), file.height(), file.orientation());
    }

    static Picture of(PngFile file) {
        return new Picture("png", file.withoutMetadata(), file.width(), file.height(), 1);
    }

    /// Decodes it upright and no larger than this. Takes every n-th pixel while it decodes, so that a large
    /// picture never stands in memory whole.
    ///
    /// @param longest pixels of the longer side
    /// @throws IOException when it is damaged
    public BufferedImage decode(int longest) throws IOException {
        int step = Math.max(1, Math.max(width, height) / (2 * longest));
        return upright(scaled(raw(step), longest));
    }

    /// The picture with every n-th pixel.
    BufferedImage raw(int step) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName(format).next();
        AtomicBoolean torn = new AtomicBoolean();
        try (var input = new MemoryCacheImageInputStream(new ByteArrayInputStream(clean))) {
            reader.setInput(input, true, true);
            reader.addIIOReadWarningListener((source, warning) -> torn.compareAndSet(false, isTorn(warning)));
            var wish = reader.getDefaultReadParam();
            wish.setSourceSubsampling(step, step, 0, 0);
            BufferedImage image = reader.read(0, wish);
            if (torn.get()) {
                throw new IOException("the picture's data end early");
            }
            return image;
        } catch (RuntimeException damaged) {
            throw new IOException("cannot be decoded", damaged);
        } finally {
            reader.dispose();
        }
    }

    /// The decoder fills up what is missing with grey and only warns.
    private static boolean isTorn(String warning) {
        return warning.toLowerCase(Locale.ROOT).contains("premature end");
    }

    private static BufferedImage scaled(BufferedImage image, int longest) {
        double scale = Math.min(1, (double) longest / Math.max(image.getWidth(), image.getHeight()));
        int width = Math.max(1, (int) Math.round(image.getWidth() * scale));
        int height = Math.max(1, (int) Math.round(image.getHeight() * scale));
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(image, 0, 0, width, height, null);
        graphics.dispose();
        return result;
    }

    private BufferedImage upright(BufferedImage image) {
        if (orientation == 1) {
            return image;
        }
        boolean lies = orientation >= 5;
        int width = lies ? image.getHeight() : image.getWidth();
        int height = lies ? image.getWidth() : image.getHeight();
        BufferedImage result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = result.createGraphics();
        graphics.drawImage(image, turn(image.getWidth(), image.getHeight()), null);
        graphics.dispose();
        return result;
    }

    private AffineTransform turn(int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }
}
