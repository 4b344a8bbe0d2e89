package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hotline400.sip.internal.wire.MessageParser;
import org.hotline400.sip.internal.wire.Parsed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// RFC 3261 §10.3 as a table, and the stories that a table cannot tell.
class RegistrarTest {

    private static final String DESK = "<sip:alice@192.0.2.5:5060>";
    private static final String CELL = "<sip:alice@192.0.2.6:5060>";

    private final VirtualClock clock = new VirtualClock();
    private final List<String> changed = new ArrayList<>();
    private final Registrar registrar = new Registrar(RegistrarRules.USUAL, clock, changed::add);

    static Stream<Arguments> oneRequest() {
        return Stream.of(
                row("a question changes nothing", 200, "", "", "Expires: 60"),
                row("the usual time", 200, "alice@192.0.2.5 3600", DESK),
                row("the time of the contact", 200, "alice@192.0.2.5 300", DESK + ";expires=300"),
                row("the time of the header", 200, "alice@192.0.2.5 400", DESK, "Expires: 400"),
                row(
                        "the contact outranks the header",
                        200,
                        "alice@192.0.2.5 300",
                        DESK + ";expires=300",
                        "Expires: 900"),
                row("the shortest time", 200, "alice@192.0.2.5 60", DESK + ";expires=60"),
                row("too short", 423, "", DESK + ";expires=59"),
                row("one of two too short: nothing", 423, "", DESK + ", " + CELL + ";expires=5"),
                row("too long is cut", 200, "alice@192.0.2.5 7200", DESK + ";expires=999999"),
                row("absurdly long is cut", 200, "alice@192.0.2.5 7200", DESK + ";expires=99999999999999999999"),
                row("unreadable is the usual", 200, "alice@192.0.2.5 3600", DESK + ";expires=soon"),
                row("removing what is not there", 200, "", DESK + ";expires=0"),
                row(
                        "two, the preferred first",
                        200,
                        "alice@192.0.2.6 3600, alice@192.0.2.5 3600",
                        DESK + ";q=0.2, " + CELL + ";q=0.75"),
                row("the same twice is one", 200, "alice@192.0.2.5 3600", DESK + ", <sip:alice@192.0.2.5:5060;foo=1>"),
                row(
                        "another user is another",
                        200,
                        "Alice@192.0.2.5 3600, alice@192.0.2.5 3600",
                        DESK + ";q=0.5, <sip:Alice@192.0.2.5:5060>"),
                row(
                        "another port is another",
                        200,
                        "alice@192.0.2.5 3600, alice@192.0.2.5 3600",
                        DESK + ", <sip:alice@192.0.2.5>"),
                row("bad q", 400, "", DESK + ";q=1.5"),
                row("a tel contact", 400, "", "<tel:+8613800138000>"),
                row("no URI", 400, "", "<sip:>"),
                row("a star without Expires", 400, "", "*"),
                row("a star with time left", 400, "", "*", "Expires: 60"),
                row("a star beside a contact", 400, "", "*, " + DESK, "Expires: 0"),
                row("a star alone", 200, "", "*", "Expires: 0"),
                row("eleven contacts", 403, "", String.join(", ", contacts(11))));
    }

    private static List<String> contacts(int count) {
        return java.util.stream.IntStream.range(0, count)
                .mapToObj(number -> "<sip:alice@192.0.2." + (10 + number) + ">")
                .toList();
    }

    private static Arguments row(String name, int status, String bound, String contact, String... headers) {
        return Arguments.of(name, status, bound, contact, Arrays.asList(headers));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void oneRequest(String name, int status, String bound, String contact, List<String> headers) {
        SipReply reply = register("call-1", 1, contact, headers.toArray(String[]::new));
        assertThat(reply.status()).isEqualTo(status);
        assertThat(bound()).isEqualTo(bound);
        if (status == 423) {
            assertThat(header(reply, "Min-Expires")).containsExactly("60");
        }
        if (status == 200) {
            assertThat(header(reply, "Contact"))
                    .hasSize(registrar.bindings("alice").size());
        }
    }

    @Test
    void aBindingLapsesAndTheResponseTellsTheTimeLeft() {
        register("call-1", 1, DESK + ";expires=300");
        clock.forward(Duration.ofSeconds(100));
        assertThat(header(register("call-1", 2, ""), "Contact"))
                .singleElement()
                .asString()
                .contains("expires=200");
        clock.forward(Duration.ofSeconds(200));
        assertThat(registrar.bindings("alice")).isEmpty();
        assertThat(registrar.behind(source(Transport.UDP, "192.0.2.5", 5060))).containsExactly("alice");
        registrar.sweep();
        assertThat(registrar.behind(source(Transport.UDP, "192.0.2.5", 5060))).isEmpty();
    }

    @Test
    void anOldRequestThatArrivesLateChangesNothing() {
        register("call-1", 5, DESK);
        assertThat(register("call-1", 5, DESK + ";expires=0").status()).isEqualTo(500);
        assertThat(register("call-1", 4, CELL + ", " + DESK + ";expires=0").status())
                .isEqualTo(500);
        assertThat(register("call-1", 4, "*", "Expires: 0").status()).isEqualTo(500);
        assertThat(bound()).isEqualTo("alice@192.0.2.5 3600");
        // A phone that restarted has a new Call-ID and begins to count anew.
        assertThat(register("call-2", 1, DESK + ";expires=600").status()).isEqualTo(200);
        assertThat(bound()).isEqualTo("alice@192.0.2.5 600");
    }

    @Test
    void aStarRemovesWhatAllPhonesRegistered() {
        register("call-1", 1, DESK);
        register("call-2", 1, CELL);
        register("call-3", 1, "*", "Expires: 0");
        assertThat(bound()).isEmpty();
        assertThat(changed).containsExactly("alice", "alice", "alice");
    }

    @Test
    void beyondTheBoundTheOneUnheardOfLongestMakesRoom() {
        var all = contacts(10);
        for (int i = 0; i < 10; i++) {
            register("call-" + i, 1, all.get(i));
        }
        register("call-0", 2, all.getFirst());
        register("call-new", 1, DESK);
        assertThat(registrar.bindings("alice"))
                .hasSize(10)
                .extracting(binding -> binding.contact().host())
                .contains("192.0.2.10", "192.0.2.5")
                .doesNotContain("192.0.2.11");
    }

    @Test
    void aDeviceThatComesBackElsewhereReplacesItself() {
        String device = ";+sip.instance=\"<urn:uuid:0001>\";reg-id=1";
        SipReply reply = register("call-1", 1, DESK + device, "Supported: path, outbound");
        assertThat(header(reply, "Require")).containsExactly("outbound");
        register("call-2", 1, "<sip:alice@192.0.2.5:40001>" + device);
        register("call-2", 2, "<sip:alice@192.0.2.5:40001>;+sip.instance=\"<urn:uuid:0001>\";reg-id=2");
        assertThat(registrar.bindings("alice"))
                .extracting(binding -> binding.contact().port(), ContactBinding::instance)
                .containsExactlyInAnyOrder(org.assertj.core.groups.Tuple.tuple(40001, "<urn:uuid:0001> 2"));
    }

    @ParameterizedTest
    @CsvSource({
        "a phone on the open net, 198.51.100.9:40000, 198.51.100.9:40000, UDP, 40000",
        "its Via shows a NAT, 10.0.0.5:5060, 10.0.0.5:5060, UDP, 40000",
        "it sends from one port and listens on another, 198.51.100.9:5060, 198.51.100.9:5060, UDP, 5060",
        "it wants to be answered where it sent from, 198.51.100.9:5060;rport, 198.51.100.9:5060, UDP, 40000",
        "it names another host, 198.51.100.9:40000, 203.0.113.7:5060, UDP, 40000",
        "it names another host in maddr, 198.51.100.9:40000, 198.51.100.9:5060;maddr=203.0.113.7, UDP, 40000",
        "it opened a connection, 198.51.100.9:5060, 203.0.113.7:5060, TCP, 40000"
    })
    void callsGoToWhereTheRegistrationCameFrom(String name, String via, String contact, Transport transport, int port) {
        SipSource source = source(transport, "198.51.100.9", 40000);
        registrar.register("alice", request("call-1", 1, via, "<sip:alice@" + contact + ">"), source);
        assertThat(registrar.bindings("alice")).singleElement().satisfies(binding -> {
            assertThat(binding.hop())
                    .isEqualTo(new SipHop(
                            transport, new InetSocketAddress(source.address().getAddress(), port)));
            assertThat(registrar.behind(binding.source())).containsExactly("alice");
            assertThat(binding.contact()).hasToString("sip:alice@" + contact);
        });
    }

    @Test
    void aProxyOnAConnectionIsReachedWhereItsPathListensAtItsOwnAddressOnly() {
        SipSource proxy = source(Transport.TCP, "192.0.2.5", 40_123);
        registrar.register(
                "alice",
                request("call-1", 1, "192.0.2.5:5070", DESK, "Path: <sip:192.0.2.5:5070;transport=tcp;lr>"),
                proxy);
        assertThat(registrar.bindings("alice").getFirst().hop().address())
                .isEqualTo(new InetSocketAddress("192.0.2.5", 5070));
        registrar.register(
                "alice",
                request("call-1", 2, "192.0.2.5:5070", DESK, "Path: <sip:203.0.113.7:5070;transport=tcp;lr>"),
                proxy);
        assertThat(registrar.bindings("alice").getFirst().hop().address()).isEqualTo(proxy.address());
    }

    @Test
    void behindProxiesTheWayIsTheOneThatDeliveredItWithTheirPathAsRoute() {
        String path = "<sip:edge.example.com;lr>, <sip:core.example.com;lr>";
        SipReply reply = register("call-1", 1, DESK, "Path: " + path, "Supported: path");
        assertThat(header(reply, "Path")).containsExactly("<sip:edge.example.com;lr>", "<sip:core.example.com;lr>");
        assertThat(registrar.bindings("alice")).singleElement().satisfies(binding -> {
            assertThat(binding.direct()).isFalse();
            assertThat(binding.hop().address()).isEqualTo(new InetSocketAddress("192.0.2.5", 5060));
            assertThat(binding.routes())
                    .containsExactly(
                            new SipHeader("Route", "<sip:edge.example.com;lr>"),
                            new SipHeader("Route", "<sip:core.example.com;lr>"));
        });
    }

    @Test
    void whatWasKeptComesBackButItsConnectionsDoNot() {
        registrar.register(
                "alice", request("call-1", 1, "10.0.0.5", DESK), source(Transport.UDP, "198.51.100.9", 40000));
        registrar.register(
                "alice", request("call-2", 1, "10.0.0.5", CELL), source(Transport.TCP, "198.51.100.9", 40001));
        var after = new Registrar(RegistrarRules.USUAL, clock, aor -> {});
        after.restore("alice", registrar.bindings("alice"));
        assertThat(after.bindings("alice"))
                .extracting(binding -> binding.contact().host())
                .containsExactly("192.0.2.5");
        clock.forward(Duration.ofHours(2));
        var late = new Registrar(RegistrarRules.USUAL, clock, aor -> {});
        late.restore("alice", registrar.bindings("alice"));
        assertThat(late.bindings("alice")).isEmpty();
    }

    @Test
    void anAccountThatIsGoneLeavesNothing() {
        SipSource phone = source(Transport.UDP, "198.51.100.9", 40000);
        registrar.register("alice", request("call-1", 1, "10.0.0.5", DESK), phone);
        registrar.register("bob", request("call-2", 1, "10.0.0.5", "<sip:bob@10.0.0.5>"), phone);
        registrar.remove("alice");
        assertThat(registrar.bindings("alice")).isEmpty();
        assertThat(registrar.behind(phone)).containsExactly("bob");
        registrar.remove("bob");
        assertThat(registrar.behind(phone)).isEmpty();
    }

    private String bound() {
        return registrar.bindings("alice").stream()
                .map(binding -> binding.contact().user().orElse("") + "@"
                        + binding.contact().host() + " "
                        + Duration.between(clock.instant(), binding.until()).toSeconds())
                .reduce((one, other) -> one + ", " + other)
                .orElse("");
    }

    private SipReply register(String callId, int cseq, String contact, String... headers) {
        return registrar.register(
                "alice",
                request(callId, cseq, "192.0.2.5:5060", contact, headers),
                source(Transport.UDP, "192.0.2.5", 5060));
    }

    private static SipSource source(Transport transport, String host, int port) {
        return new SipSource(transport, new InetSocketAddress(InetAddress.ofLiteral(host), port));
    }

    private static SipRequest request(String callId, int cseq, String via, String contact, String... headers) {
        String more = String.join("\r\n", headers) + (headers.length == 0 ? "" : "\r\n");
        String text = "REGISTER sip:example.com SIP/2.0\r\n"
                + "Via: SIP/2.0/UDP " + via + ";branch=z9hG4bK1\r\n"
                + "From: <sip:alice@example.com>;tag=1\r\nTo: <sip:alice@example.com>\r\n"
                + "Call-ID: " + callId + "\r\nCSeq: " + cseq + " REGISTER\r\nMax-Forwards: 70\r\n"
                + (contact.isEmpty() ? "" : "Contact: " + contact + "\r\n") + more + "Content-Length: 0\r\n\r\n";
        if (MessageParser.parse(text.getBytes(StandardCharsets.UTF_8)) instanceof Parsed.Request parsed) {
            return parsed.request();
        }
        throw new IllegalArgumentException(text);
    }

    private static List<String> header(SipReply reply, String name) {
        return reply.headers().stream()
                .filter(header -> header.name().equals(name))
                .map(SipHeader::value)
                .toList();
    }
}
