package org.hotline400.sip.internal.dialog;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.hotline400.sip.internal.naming.Names;
import org.hotline400.sip.internal.naming.Service;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The rules of RFC 3263 §4.1 and §4.2.
class HopsTest {

    private final Map<String, List<Service>> services = Map.of(
            "_sip._udp.both.test", List.of(new Service(2, 0, 5071, "b.test"), new Service(1, 0, 5070, "a.test")),
            "_sip._tcp.both.test", List.of(new Service(1, 0, 5072, "a.test")),
            "_sips._tcp.both.test", List.of(new Service(1, 0, 5073, "a.test")),
            "_sips._tcp.safe.test", List.of(new Service(1, 0, 5074, "a.test")),
            "_sip._udp.shut.test", List.of(new Service(0, 0, 0, "")));
    private final Map<String, List<String>> addresses = Map.of(
            "a.test", List.of("192.0.2.1", "2001:db8::1"),
            "b.test", List.of("192.0.2.2"),
            "plain.test", List.of("192.0.2.9"),
            "many.test", IntStream.range(1, 100).mapToObj(i -> "192.0.2." + i).toList());

    private final Hops hops = new Hops(
            new Names() {
                @Override
                public void addresses(String host, Consumer<List<InetAddress>> found) {
                    found.accept(addresses.getOrDefault(host, List.of()).stream()
                            .map(InetAddress::ofLiteral)
                            .toList());
                }

                @Override
                public void services(String service, Consumer<List<Service>> found) {
                    found.accept(services.getOrDefault(service, List.of()));
                }
            },
            new Random(1));

    private List<String> ways(String uri) {
        var found = new ArrayList<String>();
        hops.find(
                uri,
                ways -> ways.forEach(way -> found.add(way.hop().transport() + " "
                        + way.hop().address().getAddress().getHostAddress() + " "
                        + way.hop().address().getPort())));
        return found;
    }

    /// Each that does not answer is waited for: a call's BYE must not go on for hours.
    @Test
    void ofANameWithManyAddressesTheFirstAreTried() {
        assertThat(ways("sip:many.test:5099")).hasSize(10).startsWith("UDP 192.0.2.1 5099");
    }

    @ParameterizedTest
    @CsvSource({
        "sip:192.0.2.5, UDP 192.0.2.5 5060",
        "sip:192.0.2.5:5099, UDP 192.0.2.5 5099",
        "sip:192.0.2.5;transport=tcp, TCP 192.0.2.5 5060",
        "sip:192.0.2.5;transport=TLS, TLS 192.0.2.5 5061",
        "sips:192.0.2.5, TLS 192.0.2.5 5061",
        "sips:192.0.2.5:5099;transport=tcp, TLS 192.0.2.5 5099",
        "sip:[2001:db8::5]:5099, UDP 2001:db8:0:0:0:0:0:5 5099",
        "sip:a.test;maddr=192.0.2.7, UDP 192.0.2.7 5060",
        "sip:b.test:5099, UDP 192.0.2.2 5099",
        "sip:plain.test, UDP 192.0.2.9 5060",
        "sip:plain.test;transport=tcp, TCP 192.0.2.9 5060",
        "sips:plain.test, TLS 192.0.2.9 5061",
        "sip:192.0.2.5;transport=ws, WS 192.0.2.5 80"
    })
    void oneWay(String uri, String way) {
        assertThat(ways(uri)).containsExactly(way);
    }

    @ParameterizedTest
    @CsvSource({
        "tel:+8613800138000",
        "sip:192.0.2.5;transport=sctp",
        "sips:192.0.2.5;transport=udp",
        "sip:nobody.test",
        "sip:shut.test",
        "nonsense"
    })
    void noWay(String uri) {
        assertThat(ways(uri)).isEmpty();
    }

    @Test
    void withoutTransportAndPortAllServicesAreTriedInOrder() {
        assertThat(ways("sip:both.test"))
                .containsExactly(
                        "UDP 192.0.2.1 5070",
                        "UDP 2001:db8:0:0:0:0:0:1 5070",
                        "UDP 192.0.2.2 5071",
                        "TCP 192.0.2.1 5072",
                        "TCP 2001:db8:0:0:0:0:0:1 5072",
                        "TLS 192.0.2.1 5073",
                        "TLS 2001:db8:0:0:0:0:0:1 5073");
        assertThat(ways("sip:both.test;transport=tcp"))
                .containsExactly("TCP 192.0.2.1 5072", "TCP 2001:db8:0:0:0:0:0:1 5072");
        assertThat(ways("sip:safe.test")).containsExactly("TLS 192.0.2.1 5074", "TLS 2001:db8:0:0:0:0:0:1 5074");
    }

    @Test
    void aServerBehindAServiceMustProveToBeTheDomain() {
        var names = new ArrayList<String>();
        hops.find(
                "sips:safe.test",
                ways -> ways.forEach(way -> names.add(way.hop().address().getHostString())));
        assertThat(names).containsExactly("safe.test", "safe.test");
    }

    @Test
    void aHopThatFailedComesLastForAWhile() {
        var setbacks = new Setbacks();
        var found = new ArrayList<Way>();
        hops.find("sip:both.test;transport=udp", found::addAll);
        setbacks.failed(found.getFirst().hop(), 1000);
        assertThat(setbacks.ordered(found, 999)).last().isEqualTo(found.getFirst());
        assertThat(setbacks.ordered(found, 1000)).isEqualTo(found);
        setbacks.failed(found.getFirst().hop(), 5000);
        setbacks.worked(found.getFirst().hop());
        assertThat(setbacks.ordered(found, 2000)).isEqualTo(found);
    }
}
