package org.hotline400.server.callplans;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hotline400.server.regions.Region;

/// In which order a step rings its targets. A pure function of the step, the draw and the caller's region.
public final class TargetOrder {
    private static final RandomGeneratorFactory<RandomGenerator.SplittableGenerator> RANDOM =
            RandomGeneratorFactory.of("L64X128MixRandom");

    private TargetOrder() {}

    /// All targets of the step, the first to be rung first.
    public static List<RungTarget> of(Distribute step, Draw draw, Region region) {
        var targets = step.targets();
        return switch (step.strategy()) {
            case SEQUENTIAL, ALL_AT_ONCE -> targets;
            case ROUND_ROBIN -> rotated(targets, draw.turn());
            case RANDOM -> drawn(targets, false, RANDOM.create(draw.seed()));
            case PERCENTAGE -> drawn(targets, true, RANDOM.create(draw.seed()));
            case LEAST_RECENT -> sorted(targets, Comparator.comparing(target -> lastRung(target, draw)));
            case NEAREST -> sorted(targets, Comparator.comparingInt(target -> target.distance(region)));
            case LAST_ANSWERED -> sorted(targets, Comparator.comparing(target -> !isLastAnswered(target, draw)));
        };
    }

    private static List<RungTarget> rotated(List<RungTarget> targets, long turn) {
        int first = (int) Math.floorMod(turn, (long) targets.size());
        var rotated = new ArrayList<>(targets.subList(first, targets.size()));
        rotated.addAll(targets.subList(0, first));
        return rotated;
    }

    /// One after the other by weight; those of no weight stay out.
    private static List<RungTarget> drawn(List<RungTarget> targets, boolean byShare, RandomGenerator random) {
        var left = new ArrayList<>(targets);
        left.removeIf(target -> weight(target, byShare) == 0);
        var order = new ArrayList<RungTarget>();
        while (!left.isEmpty()) {
            int sum = left.stream().mapToInt(target -> weight(target, byShare)).sum();
            int drawn = random.nextInt(sum);
            int at = 0;
            while (drawn >= weight(left.get(at), byShare)) {
                drawn -= weight(left.get(at), byShare);
                at++;
            }
            order.add(left.remove(at));
        }
        return order;
    }

    private static int weight(RungTarget target, boolean byShare) {
        return byShare ? target.share() : 1;
    }

    private static Instant lastRung(RungTarget target, Draw draw) {
        return draw.lastRung().getOrDefault(target.to().text(), Instant.MIN);
    }

    private static boolean isLastAnswered(RungTarget target, Draw draw) {
        return draw.lastAnswered().filter(target.to().text()::equals).isPresent();
    }

    private static List<RungTarget> sorted(List<RungTarget> targets, Comparator<RungTarget> comparator) {
        return targets.stream().sorted(comparator).toList();
    }
}
