package org.hotline400.server.enrolment.papers.hints;

import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.papers.PaperKind;

/// What can be told of a paper from its first page.
public final class PaperHints {
    /// Pixels that a page is looked at with: letters of 3 mm on A4 are 16 pixels high then, enough for
    /// reading.
    public static final int LONGEST = 1_600;
    /// The same sharpness means less on a larger picture, so all are measured at one size.
    private static final int MEASURED = 800;

    /// Measured on drawn samples: in focus 7,000 and more, clearly out of focus 4 to 350. Photographs have
    /// less contrast; what is in doubt passes.
    private static final double BLURRED = 350;
    /// An A4 page at 100 dpi; less cannot be read well.
    private static final int LEAST_SIDE = 800;

    private final TextReading reading;

    public PaperHints(TextReading reading) {
        this.reading = reading;
    }

    /// The page to look at.
    ///
    /// @param page at most [#LONGEST] pixels
    /// @param longest pixels of the file's longer side; 0 for a PDF, which has no pixels of its own
    public record Look(PaperKind kind, BufferedImage page, int longest, Form form) {}

    public List<PaperHint> look(Look look) {
        List<PaperHint> hints = new ArrayList<>();
        if (look.longest() > 0 && look.longest() < LEAST_SIDE) {
            hints.add(new PaperHint(
                    PaperHint.Kind.LOW_RESOLUTION,
                    "The picture has few pixels (" + look.longest()
                            + " on its longer side); small print may be unreadable.",
                    "图片分辨率较低（长边 " + look.longest() + " 像素），小字可能无法辨认。"));
        }
        blur(look.page()).ifPresent(hints::add);
        seal(look).ifPresent(hints::add);
        hints.addAll(text(look));
        return hints;
    }

    static Optional<PaperHint> blur(BufferedImage page) {
        double sharpness = Grey.sharpness(smaller(page));
        return sharpness >= BLURRED
                ? Optional.empty()
                : Optional.of(new PaperHint(
                        PaperHint.Kind.BLURRED,
                        String.format(
                                Locale.ROOT,
                                "The picture looks blurred (sharpness %.0f, usual is 1,000 and more).",
                                sharpness),
                        String.format(Locale.ROOT, "图片可能模糊（清晰度 %.0f，通常在 1000 以上）。", sharpness)));
    }

    static BufferedImage smaller(BufferedImage page) {
        double scale = MEASURED / (double) Math.max(page.getWidth(), page.getHeight());
        if (scale >= 1) {
            return page;
        }
        int width = Math.max(1, (int) (page.getWidth() * scale));
        int height = Math.max(1, (int) (page.getHeight() * scale));
        BufferedImage small = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var graphics = small.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        graphics.drawImage(page, 0, 0, width, height, null);
        graphics.dispose();
        return small;
    }

    private static Optional<PaperHint> seal(Look look) {
        boolean found = RedSeal.isIn(smaller(look.page()));
        if (found) {
            return Optional.of(
                    new PaperHint(PaperHint.Kind.SEAL, "A round red seal seems to be on it.", "材料上似有红色圆形印章。"));
        }
        return Optional.of(new PaperHint(
                PaperHint.Kind.NO_SEAL,
                "No round red seal was found; look whether it is stamped, and legibly.",
                "未识别到红色圆形印章，请确认是否已加盖公章且清晰。"));
    }

    private List<PaperHint> text(Look look) {
        Optional<String> read = reading.read(png(look.page()));
        return read.map(text -> PaperText.compare(look.kind(), text, look.form()))
                .orElseGet(() -> List.of(new PaperHint(
                        PaperHint.Kind.NOT_READ,
                        "The text was not read by machine (tesseract with chi_sim is not installed or was too slow).",
                        "未进行文字识别（未安装 tesseract 及 chi_sim，或识别超时）。")));
    }

    private static byte[] png(BufferedImage page) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(page, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
