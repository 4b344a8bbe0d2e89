package org.hotline400.server.enrolment.papers.preview;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.papers.font.PaperFont;
import org.hotline400.server.kernel.BusinessTime;

/// Says across a whole picture who looks at it, when and what for, so that a copy that turns up elsewhere
/// names who made it.
///
/// @param viewer his name
/// @param principal his id, because names can be alike
public record Watermark(String viewer, UUID principal, Instant at, ApplicationId application) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(BusinessTime.ZONE);
    private static final int LONGEST_NAME = 24;
    /// Of the picture's longer side.
    private static final double SIZE = 1 / 55.0;

    private static final double TILT = Math.toRadians(-28);
    /// Readable on white and on black, and what is below stays readable.
    private static final Color INK = new Color(90, 90, 90, 70);

    private static final Color HALO = new Color(255, 255, 255, 60);

    /// What is written: `李审核 · 3f2a91c0 · 2026-11-27 15:04 · 仅供审核 …7d21`.
    public String text() {
        String id = application.toString();
        return cut(viewer) + " · " + principal.toString().substring(24) + " · " + TIME.format(at) + " · 仅供400业务审核 "
                + id.substring(id.length() - 12);
    }

    private static String cut(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= LONGEST_NAME ? name : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
    }

    /// Writes it on a picture, tile by tile.
    public void stamp(BufferedImage picture) {
        double size = Math.max(9, Math.max(picture.getWidth(), picture.getHeight()) * SIZE);
        Shape line = PaperFont.outline(text(), size);
        double across = line.getBounds2D().getWidth() + 3 * size;
        double down = 5 * size;
        double reach = Math.hypot(picture.getWidth(), picture.getHeight());
        Graphics2D graphics = picture.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.translate(picture.getWidth() / 2.0, picture.getHeight() / 2.0);
        graphics.rotate(TILT);
        graphics.setStroke(new BasicStroke((float) (size / 10)));
        int row = 0;
        for (double y = -reach / 2; y < reach / 2; y += down) {
            double shift = row++ % 2 == 0 ? 0 : across / 2;
            for (double x = -reach / 2 - shift; x < reach / 2; x += across) {
                write(graphics, AffineTransform.getTranslateInstance(x, y).createTransformedShape(line));
            }
        }
        graphics.dispose();
    }

    private static void write(Graphics2D graphics, Shape line) {
        graphics.setColor(HALO);
        graphics.draw(line);
        graphics.setColor(INK);
        graphics.fill(line);
    }
}
