package org.hotline400.server.enrolment.papers;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.awt.image.Kernel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.hotline400.server.enrolment.papers.font.PaperFont;

/// Real files, made on the spot.
public final class PaperSamples {
    private PaperSamples() {}

    /// A drawn paper: some lines of text, as much of them as fits.
    public static BufferedImage page(int width, int height, List<String> lines) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        double size = width / 28.0;
        for (int i = 0; i < lines.size(); i++) {
            graphics.fill(AffineTransform.getTranslateInstance(size, (i + 2) * size * 1.8)
                    .createTransformedShape(PaperFont.outline(lines.get(i), size)));
        }
        graphics.dispose();
        return image;
    }

    public static BufferedImage page(int width, int height) {
        return page(
                width,
                height,
                List.of(
                        "营业执照",
                        "统一社会信用代码 91350100M000100Y43",
                        "名称 福州市样例母婴用品有限公司",
                        "类型 有限责任公司",
                        "法定代表人 张样例",
                        "经营范围 母婴用品零售"));
    }

    /// With a round red seal: a ring, a star's place and letters.
    public static BufferedImage sealed(BufferedImage page) {
        BufferedImage image = new BufferedImage(page.getWidth(), page.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.drawImage(page, 0, 0, null);
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        int diameter = page.getWidth() / 4;
        int x = page.getWidth() * 6 / 10;
        int y = page.getHeight() * 6 / 10;
        graphics.setColor(new Color(205, 30, 40));
        graphics.setStroke(new BasicStroke(diameter / 30f));
        graphics.drawOval(x, y, diameter, diameter);
        graphics.fillOval(x + diameter * 4 / 10, y + diameter * 4 / 10, diameter / 5, diameter / 5);
        graphics.fill(AffineTransform.getTranslateInstance(x + diameter * 0.15, y + diameter * 0.85)
                .createTransformedShape(PaperFont.outline("样例有限公司", diameter / 9.0)));
        graphics.dispose();
        return image;
    }

    /// Out of focus.
    public static BufferedImage blurred(BufferedImage page, int radius) {
        int side = 2 * radius + 1;
        float[] even = new float[side];
        java.util.Arrays.fill(even, 1f / side);
        var across = new java.awt.image.ConvolveOp(new Kernel(side, 1, even));
        var down = new java.awt.image.ConvolveOp(new Kernel(1, side, even));
        return down.filter(across.filter(page, null), null);
    }

    public static byte[] jpeg(BufferedImage image) {
        return written(image, "jpg");
    }

    public static byte[] png(BufferedImage image) {
        return written(image, "png");
    }

    private static byte[] written(BufferedImage image, String format) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(image, format, out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What may be done to a document before it is written.
    public interface Edit {
        void apply(PDDocument document) throws IOException;
    }

    public static byte[] pdf(int pages) {
        return pdf(pages, document -> {});
    }

    public static byte[] pdf(int pages, Edit edit) {
        try (PDDocument document = new PDDocument()) {
            for (int i = 1; i <= pages; i++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    content.addRect(100, 100, 200, 20f * i);
                    content.fill();
                }
            }
            edit.apply(document);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] zip(String name, String content) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    public static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// A PNG of nothing but zeros, of any size: 50,000 × 50,000 pixels take some 300 KB.
    public static byte[] blankPng(int width, int height) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream folded = new DeflaterOutputStream(data, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] row = new byte[1 + (width + 7) / 8];
            for (int i = 0; i < height; i++) {
                folded.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] header = join(number(width), number(height), new byte[] {1, 0, 0, 0, 0});
        byte[] signature = {(byte) 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A};
        return join(signature, chunk("IHDR", header), chunk("IDAT", data.toByteArray()), chunk("IEND", new byte[0]));
    }

    public static byte[] chunk(String type, byte[] data) {
        byte[] body = join(type.getBytes(StandardCharsets.ISO_8859_1), data);
        CRC32 sum = new CRC32();
        sum.update(body);
        return join(number(data.length), body, number((int) sum.getValue()));
    }

    private static byte[] number(int value) {
        return new byte[] {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
    }

    /// Zeros, folded as a PDF folds them.
    public static byte[] deflated(long zeros) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream folded = new DeflaterOutputStream(data, new Deflater(Deflater.BEST_COMPRESSION))) {
            byte[] block = new byte[1_000_000];
            for (long i = 0; i < zeros; i += block.length) {
                folded.write(block);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data.toByteArray();
    }

    public static byte[] deflated(byte[] content) {
        ByteArrayOutputStream data = new ByteArrayOutputStream();
        try (DeflaterOutputStream folded = new DeflaterOutputStream(data)) {
            folded.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return data.toByteArray();
    }

    /// A PDF of one page, written by hand, whose page draws this stream.
    ///
    /// @param dictionary of the stream, without its length
    public static byte[] pdfWith(String dictionary, byte[] stream) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int[] places = new int[5];
        out.writeBytes(ascii("%PDF-1.4\n"));
        places[1] = out.size();
        out.writeBytes(ascii("1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"));
        places[2] = out.size();
        out.writeBytes(ascii("2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"));
        places[3] = out.size();
        out.writeBytes(ascii("3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>\nendobj\n"));
        places[4] = out.size();
        out.writeBytes(ascii("4 0 obj\n<</Length " + stream.length + dictionary + ">>\nstream\n"));
        out.writeBytes(stream);
        out.writeBytes(ascii("\nendstream\nendobj\n"));
        int table = out.size();
        StringBuilder end = new StringBuilder("xref\n0 5\n0000000000 65535 f \n");
        for (int i = 1; i < places.length; i++) {
            end.append("%010d 00000 n \n".formatted(places[i]));
        }
        end.append("trailer\n<</Size 5/Root 1 0 R>>\nstartxref\n").append(table).append("\n%%EOF\n");
        out.writeBytes(ascii(end.toString()));
        return out.toByteArray();
    }

    public static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
