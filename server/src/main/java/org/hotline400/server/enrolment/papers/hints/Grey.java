package org.hotline400.server.enrolment.papers.hints;

import java.awt.image.BufferedImage;
import java.util.Arrays;

/// Measures of a picture's brightness.
final class Grey {
    private Grey() {}

    /// How sharp the sharpest parts are: the variance of the Laplacian (Pech-Pacheco et al., 2000) in each of
    /// 64 fields, of these the eighth that has most. Taken by fields because a paper is mostly empty, and an
    /// empty field is neither sharp nor blurred.
    static double sharpness(BufferedImage picture) {
        int fields = 8;
        double[] variances = new double[fields * fields];
        for (int i = 0; i < variances.length; i++) {
            variances[i] = variance(
                    picture,
                    picture.getWidth() * (i % fields) / fields,
                    picture.getHeight() * (i / fields) / fields,
                    picture.getWidth() / fields,
                    picture.getHeight() / fields);
        }
        Arrays.sort(variances);
        return variances[variances.length - variances.length / 8];
    }

    private static double variance(BufferedImage picture, int left, int top, int width, int height) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int y = Math.max(1, top); y < Math.min(picture.getHeight() - 1, top + height); y++) {
            for (int x = Math.max(1, left); x < Math.min(picture.getWidth() - 1, left + width); x++) {
                double value = laplacian(picture, x, y);
                sum += value;
                squares += value * value;
                count++;
            }
        }
        double mean = sum / Math.max(1, count);
        return squares / Math.max(1, count) - mean * mean;
    }

    private static double laplacian(BufferedImage picture, int x, int y) {
        return grey(picture, x - 1, y)
                + grey(picture, x + 1, y)
                + grey(picture, x, y - 1)
                + grey(picture, x, y + 1)
                - 4.0 * grey(picture, x, y);
    }

    /// 0 to 255 (ITU-R BT.601).
    private static int grey(BufferedImage picture, int x, int y) {
        int colour = picture.getRGB(x, y);
        return (299 * (colour >> 16 & 0xFF) + 587 * (colour >> 8 & 0xFF) + 114 * (colour & 0xFF)) / 1_000;
    }
}
