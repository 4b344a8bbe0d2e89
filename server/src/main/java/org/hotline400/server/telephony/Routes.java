package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.sip.SipUri;

/// Finds the ways to a target: trunks that are up, by priority, and by weighted draw among those of one priority; the
/// contacts of a phone of the enterprise.
final class Routes {
    private static final int MOST = 4;
    private static final String DIRECT = "direct";

    private final TrunkDirectory trunks;
    private final TrunkHealth health;
    private final PhoneContacts phones;
    private final RandomGenerator random;

    Routes(TrunkDirectory trunks, TrunkHealth health, PhoneContacts phones, RandomGenerator random) {
        this.trunks = trunks;
        this.health = health;
        this.phones = phones;
        this.random = random;
    }

    /// Rounds in the order they are to be tried, the routes of one round at once; empty when nothing is up.
    List<List<Route>> to(TenantId tenant, Target target) {
        return switch (target) {
            case Target.Line(var number) ->
                overTrunks(number).stream().map(List::of).toList();
            case Target.Extension extension -> phones.rounds(tenant, extension);
            case Target.SipAddress(var uri) -> List.of(List.of(direct(SipUri.parse(uri))));
        };
    }

    private static Route direct(SipUri uri) {
        return new Route(DIRECT, uri, Optional.empty(), Optional.empty(), List.of(), new Showing.Untrusted());
    }

    /// At most four.
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
                way.outbound().account(),
                List.of(),
                new Showing.Trusted());
    }

    private record Draw(Trunk trunk, Trunk.Outbound outbound, double luck) {}
}
