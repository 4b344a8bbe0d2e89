package org.hotline400.sip.internal.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.hotline400.sip.NameServer;
import org.hotline400.sip.SipDns;
import org.junit.jupiter.api.Test;

/// Questions to a real name server on loopback.
class DnsNamesTest {

    private static DnsNames asking(NameServer server) {
        return new DnsNames(new SipDns(List.of(server.address()), Duration.ofMillis(600)), Runnable::run);
    }

    private static List<InetAddress> addresses(DnsNames names, String host) throws Exception {
        var found = new CompletableFuture<List<InetAddress>>();
        names.addresses(host, found::complete);
        return found.get(8, TimeUnit.SECONDS);
    }

    private static List<Service> services(DnsNames names, String service) throws Exception {
        var found = new CompletableFuture<List<Service>>();
        names.services(service, found::complete);
        return found.get(8, TimeUnit.SECONDS);
    }

    @Test
    void allAddressesOfBothFamiliesAreFoundAndRemembered() throws Exception {
        try (var server = new NameServer(
                "a.example.test. 60 IN A 192.0.2.1",
                "a.example.test. 60 IN A 192.0.2.2",
                "a.example.test. 60 IN AAAA 2001:db8::1")) {
            DnsNames names = asking(server);
            for (int i = 0; i < 3; i++) {
                assertThat(addresses(names, "a.example.test"))
                        .extracting(InetAddress::getHostAddress)
                        .containsExactlyInAnyOrder("192.0.2.1", "192.0.2.2", "2001:db8:0:0:0:0:0:1");
            }
            assertThat(server.asked()).containsExactlyInAnyOrder("A a.example.test", "AAAA a.example.test");
        }
    }

    @Test
    void whatIsNotThereIsRememberedToo() throws Exception {
        try (var server = new NameServer()) {
            DnsNames names = asking(server);
            assertThat(services(names, "_sip._udp.none.test")).isEmpty();
            assertThat(services(names, "_sip._udp.none.test")).isEmpty();
            assertThat(server.asked()).containsExactly("SRV _sip._udp.none.test");
        }
    }

    @Test
    void anAnswerOlderThanItsTimeIsAskedForAgain() throws Exception {
        try (var server = new NameServer("_sip._tcp.example.test. 0 IN SRV 1 2 5070 a.example.test.")) {
            DnsNames names = asking(server);
            assertThat(services(names, "_sip._tcp.example.test"))
                    .containsExactly(new Service(1, 2, 5070, "a.example.test"));
            services(names, "_sip._tcp.example.test");
            assertThat(server.asked()).hasSize(2);
        }
    }

    @Test
    void aSilentServerCostsNoMoreThanTheTime() throws Exception {
        try (var server = new NameServer()) {
            server.fallSilent();
            long before = System.nanoTime();
            assertThat(addresses(asking(server), "a.example.test")).isEmpty();
            assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(5));
        }
    }

    @Test
    void specialNamesAskNobody() throws Exception {
        try (var server = new NameServer()) {
            DnsNames names = asking(server);
            assertThat(addresses(names, "df7jal23ls0d.invalid")).isEmpty();
            assertThat(addresses(names, "localhost"))
                    .allMatch(InetAddress::isLoopbackAddress)
                    .isNotEmpty();
            assertThat(services(names, "_sip._udp.x.invalid")).isEmpty();
            assertThat(addresses(names, "a..b")).isEmpty();
            assertThat(server.asked()).isEmpty();
        }
    }

    @Test
    void serversAreTriedByPriorityAndShareByWeight() {
        var heavy = new Service(1, 90, 5060, "heavy");
        var light = new Service(1, 10, 5060, "light");
        var never = new Service(1, 0, 5060, "zero");
        var last = new Service(2, 100, 5060, "last");
        var chance = RandomGenerator.getDefault();
        var orders = IntStream.range(0, 2000)
                .mapToObj(i -> Service.ordered(List.of(last, light, heavy, never), chance))
                .toList();
        assertThat(orders)
                .allMatch(order -> order.size() == 4 && order.getLast().equals(last));
        long first =
                orders.stream().filter(order -> order.getFirst().equals(heavy)).count();
        assertThat(first).isBetween(1600L, 1950L);
        assertThat(orders).anyMatch(order -> order.getFirst().equals(never));
    }
}
