package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.sip.SipHop;
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

    /// At most four: the addresses of the first trunk in their order, then those of the next.
    private List<Route> overTrunks(String number) {
        var draws = new ArrayList<Draw>();
        for (var trunk : trunks.all()) {
            trunk.outbound()
                    .filter(_ -> trunk.enabled() && health.isUp(trunk))
                    .ifPresent(outbound -> draws.add(new Draw(trunk, outbound, draw(outbound.weight()))));
        }
        draws.sort(Comparator.comparingInt((Draw way) -> way.outbound().priority())
                .thenComparing(Comparator.comparingDouble(Draw::luck).reversed()));
        return draws.stream()
                .flatMap(way -> hops(way).map(hop -> route(way, hop, number)))
                .limit(MOST)
                .toList();
    }

    /// The addresses of a trunk that answer, in their order.
    private Stream<Optional<SipHop>> hops(Draw way) {
        return way.outbound().ways().stream().filter(hop -> health.isUp(way.trunk(), hop));
    }

    /// Weighted order without replacement: sort by u^(1/w), u uniform (Efraimidis and Spirakis, 2006).
    private double draw(int weight) {
        return Math.pow(random.nextDouble(), 1.0 / weight);
    }

    private static Route route(Draw way, Optional<SipHop> hop, String number) {
        var outbound = way.outbound();
        return new Route(
                way.trunk().name(),
                outbound.uri(number),
                hop,
                outbound.account(),
                List.of(),
                outbound.registrar()
                        .filter(registrar -> registrar.terms().fromAccount())
                        .<Showing>map(registrar -> new Showing.TrustedAs(registrar.self()))
                        .orElseGet(Showing.Trusted::new));
    }

    private record Draw(Trunk trunk, Trunk.Outbound outbound, double luck) {}
}
