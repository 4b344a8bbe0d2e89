package org.hotline400.bench.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.stream.Stream;

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

    /// The lowest point of each of so many equal parts of the time: what fills up and is emptied again in between does
    /// not show. Parts without a point are left out.
    Trend floors(int parts) {
        var begin = points.stream().mapToDouble(Point::seconds).min().orElse(0);
        var end = points.stream().mapToDouble(Point::seconds).max().orElse(0);
        var lowest = new Point[parts];
        for (var point : points) {
            var part = end == begin ? 0 : (int) Math.min(parts - 1, (point.seconds() - begin) / (end - begin) * parts);
            if (lowest[part] == null || point.value() < lowest[part].value()) {
                lowest[part] = point;
            }
        }
        var floors = new Trend();
        Stream.of(lowest).filter(Objects::nonNull).forEach(floors.points::add);
        return floors;
    }

    /// The value of the last point; empty when there is none.
    OptionalDouble last() {
        return points.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(points.getLast().value());
    }

    double mean() {
        return points.stream().mapToDouble(Point::value).average().orElse(0);
    }

    int size() {
        return points.size();
    }
}
