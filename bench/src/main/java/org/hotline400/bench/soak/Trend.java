package org.hotline400.bench.soak;

import java.util.ArrayList;
import java.util.List;

/// How a value goes over time.
final class Trend {
    private static final double HOUR = 3600;
    private final List<Point> points = new ArrayList<>();

    private record Point(double seconds, double value) {}

    void add(double seconds, double value) {
        points.add(new Point(seconds, value));
    }

    /// Without its first quarter, in which caches fill.
    Trend settled() {
        var end = points.stream().mapToDouble(Point::seconds).max().orElse(0);
        var begin = points.stream().mapToDouble(Point::seconds).min().orElse(0);
        var settled = new Trend();
        points.stream()
                .filter(point -> point.seconds() >= begin + (end - begin) / 4)
                .forEach(settled.points::add);
        return settled;
    }

    /// The slope of the straight line that is nearest to all points (least squares); 0 when there is no such line.
    double anHour() {
        var time = points.stream().mapToDouble(Point::seconds).average().orElse(0);
        var value = mean();
        var together = points.stream()
                .mapToDouble(point -> (point.seconds() - time) * (point.value() - value))
                .sum();
        var spread = points.stream()
                .mapToDouble(point -> (point.seconds() - time) * (point.seconds() - time))
                .sum();
        return spread == 0 ? 0 : HOUR * together / spread;
    }

    double mean() {
        return points.stream().mapToDouble(Point::value).average().orElse(0);
    }

    int size() {
        return points.size();
    }
}
