package org.hotline400.server.enrolment.papers.hints;

import java.awt.image.BufferedImage;
import java.util.ArrayDeque;
import java.util.Deque;

/// Looks for a round red seal: red pixels, brought together over small gaps, of which one lot is as wide as it
/// is high, neither tiny nor the whole sheet, and stands out as a ring does: much of its rim is red.
final class RedSeal {
    /// Cells along the longer side; a cell bridges the gaps between a seal's letters.
    private static final int CELLS = 120;

    private static final double SMALLEST = 0.06;
    private static final double LARGEST = 0.55;
    private static final double ROUNDEST = 1.35;
    private static final double RIM = 0.55;

    private final boolean[][] red;

    private RedSeal(boolean[][] red) {
        this.red = red;
    }

    static boolean isIn(BufferedImage picture) {
        return new RedSeal(cells(picture)).find();
    }

    private static boolean[][] cells(BufferedImage picture) {
        double cell = Math.max(1, Math.max(picture.getWidth(), picture.getHeight()) / (double) CELLS);
        int across = (int) Math.ceil(picture.getWidth() / cell);
        int down = (int) Math.ceil(picture.getHeight() / cell);
        int[][] count = new int[down][across];
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                if (isRed(picture.getRGB(x, y))) {
                    count[(int) (y / cell)][(int) (x / cell)]++;
                }
            }
        }
        boolean[][] red = new boolean[down][across];
        double least = Math.max(1, cell * cell * 0.08);
        for (int y = 0; y < down; y++) {
            for (int x = 0; x < across; x++) {
                red[y][x] = count[y][x] >= least;
            }
        }
        return red;
    }

    /// Red as seal ink is, on a photograph in warm light, too: far from grey, and no orange.
    private static boolean isRed(int colour) {
        int red = colour >> 16 & 0xFF;
        int green = colour >> 8 & 0xFF;
        int blue = colour & 0xFF;
        int other = Math.max(green, blue);
        return red > 90 && red - other > 45 && Math.abs(green - blue) < 60;
    }

    private boolean find() {
        boolean[][] seen = new boolean[red.length][red[0].length];
        for (int y = 0; y < red.length; y++) {
            for (int x = 0; x < red[0].length; x++) {
                if (red[y][x] && !seen[y][x] && isRound(lot(x, y, seen))) {
                    return true;
                }
            }
        }
        return false;
    }

    /// Where red cells that hang together lie.
    private record Box(int left, int top, int right, int bottom) {
        private Box with(int x, int y) {
            return new Box(Math.min(left, x), Math.min(top, y), Math.max(right, x), Math.max(bottom, y));
        }
    }

    /// Cells hang together over a gap of one.
    private Box lot(int startX, int startY, boolean[][] seen) {
        Deque<int[]> waiting = new ArrayDeque<>();
        waiting.add(new int[] {startX, startY});
        seen[startY][startX] = true;
        Box box = new Box(startX, startY, startX, startY);
        while (!waiting.isEmpty()) {
            int[] one = waiting.remove();
            box = box.with(one[0], one[1]);
            for (int y = Math.max(0, one[1] - 2); y <= Math.min(red.length - 1, one[1] + 2); y++) {
                for (int x = Math.max(0, one[0] - 2); x <= Math.min(red[0].length - 1, one[0] + 2); x++) {
                    if (red[y][x] && !seen[y][x]) {
                        seen[y][x] = true;
                        waiting.add(new int[] {x, y});
                    }
                }
            }
        }
        return box;
    }

    private boolean isRound(Box box) {
        double width = box.right() - box.left() + 1.0;
        double height = box.bottom() - box.top() + 1.0;
        double longer = Math.max(width, height);
        double shorter = Math.min(width, height);
        boolean sized = longer >= SMALLEST * CELLS && longer <= LARGEST * CELLS && longer / shorter <= ROUNDEST;
        return sized && rim(box) >= RIM;
    }

    /// The share of the ellipse in the box on which there is red, within a cell.
    private double rim(Box box) {
        int steps = 72;
        int met = 0;
        for (int i = 0; i < steps; i++) {
            double angle = 2 * Math.PI * i / steps;
            double x = (box.left() + box.right()) / 2.0 + (box.right() - box.left()) / 2.0 * Math.cos(angle);
            double y = (box.top() + box.bottom()) / 2.0 + (box.bottom() - box.top()) / 2.0 * Math.sin(angle);
            met += isRedAt((int) Math.round(x), (int) Math.round(y)) ? 1 : 0;
        }
        return met / (double) steps;
    }

    private boolean isRedAt(int atX, int atY) {
        for (int y = Math.max(0, atY - 1); y <= Math.min(red.length - 1, atY + 1); y++) {
            for (int x = Math.max(0, atX - 1); x <= Math.min(red[0].length - 1, atX + 1); x++) {
                if (red[y][x]) {
                    return true;
                }
            }
        }
        return false;
    }
}
