package org.hotline400.server.enrolment.papers.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatermarkTest {
    private static final ApplicationId APPLICATION = ApplicationId.of("0198f2c1-7a3b-7c11-9a0e-3f5d2b6a7d21");
    private static final UUID PRINCIPAL = UUID.fromString("0198f2c1-0000-7000-8000-00003f2a91c0");

    private static Watermark of(String viewer) {
        return new Watermark(viewer, PRINCIPAL, Instant.parse("2026-11-27T07:04:00Z"), APPLICATION);
    }

    private static BufferedImage sheet(Color colour) {
        BufferedImage sheet = new BufferedImage(1_131, 1_600, BufferedImage.TYPE_INT_RGB);
        var graphics = sheet.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, sheet.getWidth(), sheet.getHeight());
        graphics.dispose();
        return sheet;
    }

    @Test
    void it_names_viewer_time_and_application() {
        assertThat(of("李审核").text())
                .contains("李审核")
                .contains("3f2a91c0")
                .contains("2026-11-27 15:04")
                .contains("3f5d2b6a7d21");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x000000, 0x808080, 0xFFFFFF})
    void it_is_everywhere_and_lets_through_what_is_below(int colour) {
        BufferedImage sheet = sheet(new Color(colour));
        int below = sheet.getRGB(0, 0);
        of("李审核").stamp(sheet);
        for (int y = 0; y + 320 <= sheet.getHeight(); y += 320) {
            for (int x = 0; x + 377 <= sheet.getWidth(); x += 377) {
                assertThat(marked(sheet.getSubimage(x, y, 377, 320), below))
                        .as("share of marked pixels at %d, %d", x, y)
                        .isBetween(0.005, 0.5);
            }
        }
    }

    private static double marked(BufferedImage part, int below) {
        int count = 0;
        for (int y = 0; y < part.getHeight(); y++) {
            for (int x = 0; x < part.getWidth(); x++) {
                count += part.getRGB(x, y) == below ? 0 : 1;
            }
        }
        return count / (double) (part.getWidth() * part.getHeight());
    }

    @Test
    void another_viewer_leaves_another_mark() {
        BufferedImage one = sheet(Color.WHITE);
        BufferedImage other = sheet(Color.WHITE);
        of("李审核").stamp(one);
        of("王审核").stamp(other);
        int different = 0;
        for (int x = 0; x < one.getWidth(); x++) {
            different += one.getRGB(x, 800) == other.getRGB(x, 800) ? 0 : 1;
        }
        assertThat(different).isPositive();
    }
}
