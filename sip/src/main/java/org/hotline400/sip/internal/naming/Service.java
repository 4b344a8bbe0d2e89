package org.hotline400.sip.internal.naming;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.random.RandomGenerator;

/// One SRV record (RFC 2782).
///
/// @param priority lower is tried first
/// @param weight share within one priority; 0 is hardly ever chosen first
/// @param target a host name without the dot at its end; empty when there is decidedly no such service
public record Service(int priority, int weight, int port, String target) {

    /// The order to try them in: by priority, and by weighted lot within one (RFC 2782 "Weight").
    public static List<Service> ordered(List<Service> services, RandomGenerator chance) {
        // Those of weight 0 stand first, so that a lot of 0 can fall on them.
        var left = new ArrayList<>(services);
        left.sort(Comparator.comparingInt(Service::priority).thenComparingInt(Service::weight));
        var ordered = new ArrayList<Service>(services.size());
        while (!left.isEmpty()) {
            ordered.add(left.remove(drawn(left, chance)));
        }
        return ordered;
    }

    private static int drawn(List<Service> left, RandomGenerator chance) {
        int priority = left.getFirst().priority();
        int same = (int) left.stream().filter(one -> one.priority() == priority).count();
        int total = left.subList(0, same).stream().mapToInt(Service::weight).sum();
        int lot = chance.nextInt(total + 1);
        for (int i = 0, sum = 0; i < same; i++) {
            sum += left.get(i).weight();
            if (sum >= lot) {
                return i;
            }
        }
        throw new IllegalStateException("a lot is never above the sum");
    }
}
