package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hotline400.server.callplans.Target;
import org.hotline400.sip.SipUri;

/// Finds the ways to a target: trunks that are up, by priority, and by weighted draw among those of one priority.
final class Routes {
    private static final int MOST = 4;
    private static final String DIRECT = "direct";

    private final TrunkDirectory trunks;
    private final TrunkHealth health;
    private final RandomGenerator random;

    Routes(TrunkDirectory trunks, TrunkHealth health, RandomGenerator random) {
        this.trunks = trunks;
        this.health = health;
        this.random = random;
    }

    /// In the order they are to be tried, at most four; empty when nothing is up.
    List<Route> to(Target target) {
        return switch (target) {
            case Target.Line(var number) -> overTrunks(number);
            case Target.SipAddress(var uri) ->
                List.of(new Route(DIRECT, SipUri.parse(uri), Optional.empty(), Optional.empty()));
        };
    }

    private List<Route> overTrunks(String number) {
        var ways = new ArrayList<Draw>();
        for (var trunk : trunks.all()) {
            trunk.outbound()
                    .filter(_ -> trunk.enabled() && health.isUp(trunk.id()))
                    .ifPresent(outbound -> ways.add(new Draw(trunk, outbound, draw(outbound.weight()))));
        }
        ways.sort(Comparator.comparingInt((Draw way) -> way.outbound().priority())
                .thenComparing(Comparator.comparingDouble(Draw::luck).reversed()));
        return ways.stream().limit(MOST).map(way -> route(way, number)).toList();
    }

    /// Weighted order without replacement: sort by u^(1/w), u uniform (Efraimidis and Spirakis, 2006).
    private double draw(int weight) {
        return Math.pow(random.nextDouble(), 1.0 / weight);
    }

    private static Route route(Draw way, String number) {
        var address = way.outbound().hop().address();
        var uri = new SipUri(
                "sip", Optional.of(number), way.outbound().host(), address.getPort(), Map.of("user", "phone"));
        return new Route(
                way.trunk().name(),
                uri,
                Optional.of(way.outbound().hop()),
                way.outbound().account());
    }

    private record Draw(Trunk trunk, Trunk.Outbound outbound, double luck) {}
}
