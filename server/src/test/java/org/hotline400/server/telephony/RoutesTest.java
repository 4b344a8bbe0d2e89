package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.sip.Registrar;
import org.hotline400.sip.RegistrarRules;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.Transport;
import org.junit.jupiter.api.Test;

class RoutesTest {
    private static final Target TARGET = new Target.Line("01066660011");
    private final TrunkHealth health = new TrunkHealth();

    @Test
    void trunksAreTriedByPriorityTheLowerFirst() {
        var routes = routes(trunk("second", 2, 1), trunk("first", 1, 1), trunk("third", 3, 1));
        assertThat(to(routes, TARGET)).extracting(Route::trunk).containsExactly("first", "second", "third");
    }

    @Test
    void withinAPriorityTheLoadIsSharedByWeight() {
        var routes = routes(trunk("heavy", 1, 3), trunk("light", 1, 1));
        var heavy = IntStream.range(0, 4000)
                .filter(_ -> to(routes, TARGET).getFirst().trunk().equals("heavy"))
                .count();
        assertThat(heavy).isBetween(2850L, 3150L);
    }

    @Test
    void aTrunkThatIsOffOrOnlyBringsCallsIsNoRoute() {
        var off = new Trunk(
                UUID.randomUUID(),
                "off",
                false,
                List.of(),
                Optional.empty(),
                "",
                trunk("x", 1, 1).outbound());
        var inbound = new Trunk(UUID.randomUUID(), "inbound", true, List.of(), Optional.empty(), "", Optional.empty());
        assertThat(to(routes(off, inbound), TARGET)).isEmpty();
    }

    @Test
    void atMostFourAreTried() {
        assertThat(to(
                        routes(
                                trunk("a", 1, 1),
                                trunk("b", 1, 1),
                                trunk("c", 1, 1),
                                trunk("d", 1, 1),
                                trunk("e", 1, 1)),
                        TARGET))
                .hasSize(4);
    }

    @Test
    void aSipAddressNeedsNoTrunk() {
        assertThat(to(routes(), new Target.SipAddress("sip:desk@192.0.2.5:5070")))
                .singleElement()
                .satisfies(route -> assertThat(route.target().host()).isEqualTo("192.0.2.5"));
    }

    private Routes routes(Trunk... trunks) {
        var phones = new KnownPhones();
        var contacts = new PhoneContacts(phones, new Registrar(RegistrarRules.USUAL, Clock.systemUTC(), _ -> {}));
        return new Routes(() -> List.of(trunks), health, contacts, new Random(400));
    }

    /// One after the other: of trunks each round has one.
    private static List<Route> to(Routes routes, Target target) {
        return routes.to(TenantId.OPERATOR, target).stream().map(List::getFirst).toList();
    }

    private static Trunk trunk(String name, int priority, int weight) {
        var hop = new SipHop(Transport.UDP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060));
        return new Trunk(
                UUID.randomUUID(),
                name,
                true,
                List.of(),
                Optional.empty(),
                "",
                Optional.of(new Trunk.Outbound(
                        "192.0.2.1",
                        5060,
                        Transport.UDP,
                        List.of(hop),
                        Optional.empty(),
                        priority,
                        weight,
                        Optional.empty())));
    }
}
