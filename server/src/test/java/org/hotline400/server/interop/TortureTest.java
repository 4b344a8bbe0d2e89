package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline400.server.kernel.AddressRange;
import org.hotline400.server.telephony.TrunkOrder;
import org.hotline400.server.telephony.Trunks;
import org.hotline400.simulator.Simulator;
import org.hotline400.simulator.SimulatorSettings;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// The 49 messages of RFC 4475 sent to the whole server, one after the other, by strangers; a customer's call
/// goes through afterwards. What each answer must look like in detail is asserted where the SIP stack is
/// tested.
@Tag("interop")
class TortureTest {
    private static final Pattern VIA =
            Pattern.compile("(?im)^v(?:ia)?\\s*:\\s*SIP\\s*/\\s*[\\d.]+\\s*/\\s*\\w+\\s+[^;,:\\r\\n]+(?::(\\d+))?.*");
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final Optional<Path> VECTORS = Stream.iterate(
                    Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
            .map(folder -> folder.resolve(Path.of("shared", "vectors", "rfc4475")))
            .filter(Files::isDirectory)
            .findFirst();

    /// A stranger for each Via, as messages with one Via are one to the server.
    private final Map<String, DatagramSocket> strangers = new HashMap<>();

    @BeforeAll
    static void theMessagesAreHere() {
        assumeTrue(VECTORS.isPresent(), "the RFC 4475 messages are not in shared/vectors/rfc4475 of any parent folder");
    }

    /// On a server of its own: where an enterprise has phones, strangers are challenged rather than turned away.
    @Test
    void answersEachMessageAndStillTakesCalls() throws Exception {
        try (var server = InteropServer.start()) {
            answersEachMessage(server);
            aCallIsAnswered(server);
        }
    }

    private void answersEachMessage(InteropServer server) throws Exception {
        var trunks = server.running().context().getBean(Trunks.class);
        var generous = trunks.all().stream()
                .filter(trunk -> trunk.order().sources().contains(AddressRange.of("127.0.0.0/8")))
                .findFirst()
                .orElseThrow();
        trunks.put(generous.id(), switched(generous.order(), false));
        try {
            awaitStrangersAreTurnedAway(server.sip());
            var answers = new HashMap<String, String>();
            var expected = table();
            for (var message : expected.keySet()) {
                answers.put(message, answer(server.sip(), message));
            }
            assertThat(answers).hasSize(49).isEqualTo(expected);
        } finally {
            strangers.values().forEach(DatagramSocket::close);
            trunks.put(generous.id(), generous.order());
        }
    }

    /// The sample's trunk trusts all of loopback: strangers are strange only without it. What the server would
    /// send to a caller it trusts would go to the addresses in these messages.
    private static TrunkOrder switched(TrunkOrder order, boolean enabled) {
        return new TrunkOrder(
                order.name(), enabled, order.sources(), order.inbound(), order.areaCode(), order.outbound());
    }

    /// A change of trunks is live within a second.
    private void awaitStrangersAreTurnedAway(InetSocketAddress server) throws IOException {
        var stranger = stranger("INVITE Via: none");
        stranger.setSoTimeout(200);
        for (var attempt = 0; attempt < 50; attempt++) {
            var invite = request("INVITE", attempt);
            stranger.send(new DatagramPacket(invite, invite.length, server));
            try {
                for (var answer = receive(stranger); !answer.startsWith("SIP/2.0 403"); ) {
                    answer = receive(stranger);
                }
                return;
            } catch (SocketTimeoutException e) {
                var cancel = request("CANCEL", attempt);
                stranger.send(new DatagramPacket(cancel, cancel.length, server));
            }
        }
        throw new AssertionError("strangers are let in");
    }

    private static byte[] request(String method, int attempt) {
        return """
                %s sip:4000000000@127.0.0.1 SIP/2.0
                Via: SIP/2.0/UDP stranger.example;rport;branch=z9hG4bK-knock-%d
                From: <sip:13012345678@stranger.example>;tag=knock
                To: <sip:4000000000@127.0.0.1>
                Call-ID: knock-%d
                CSeq: 1 %s
                Contact: <sip:13012345678@127.46.0.1>
                Max-Forwards: 70
                Content-Length: 0

                """.formatted(method, attempt, attempt, method)
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /// Message and answer: a status, or silence.
    private static Map<String, String> table() throws IOException {
        var expected = new HashMap<String, String>();
        try (var table = TortureTest.class.getResourceAsStream("/interop/rfc4475.txt")) {
            new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("[ |]+", 3))
                    .forEach(columns -> expected.put(columns[0], columns[1]));
        }
        return expected;
    }

    private String answer(InetSocketAddress server, String message) throws IOException {
        var bytes = Files.readAllBytes(VECTORS.orElseThrow().resolve(message + ".dat"));
        var text = new String(bytes, StandardCharsets.UTF_8);
        var stranger = stranger(text);
        stranger.send(new DatagramPacket(bytes, bytes.length, server));
        var probe = "OPTIONS sip:probe@127.0.0.1 SIP/2.0\r\nVia: SIP/2.0/UDP probe.example;rport;branch=z9hG4bK-probe-"
                + message + "\r\nFrom: <sip:p@probe.example>;tag=p\r\nTo: <sip:probe@127.0.0.1>\r\nCall-ID: probe-"
                + message + "\r\nCSeq: 1 OPTIONS\r\nMax-Forwards: 70\r\n\r\n";
        stranger.send(new DatagramPacket(probe.getBytes(StandardCharsets.UTF_8), probe.length(), server));
        var status = "silence";
        var probed = false;
        var atWork = false;
        // Messages are taken in their order: silence is what the probe's answer ends. A 100 promises another
        // answer.
        while (!probed || (atWork && status.equals("silence"))) {
            var next = receive(stranger);
            probed |= next.contains("Call-ID: probe-" + message);
            if (next.startsWith("SIP/2.0 1")) {
                atWork = true;
            } else if (!next.contains("Call-ID: probe-")) {
                status = next.substring(8, 11);
                acknowledge(stranger, server, text, next);
            }
        }
        return status;
    }

    /// Responses go to the sender's address and the port of the Via (RFC 3261 §18.2.2): so that is where we
    /// send from.
    private DatagramSocket stranger(String text) throws IOException {
        var via = VIA.matcher(text);
        var found = via.find();
        var port = found && via.group(1) != null ? Integer.parseInt(via.group(1)) : 5060;
        var name = found ? via.group().strip() + text.substring(0, text.indexOf(' ')) : text;
        var known = strangers.get(name);
        if (known != null) {
            return known;
        }
        var address = InetAddress.getByAddress(new byte[] {127, 46, 0, (byte) (strangers.size() + 1)});
        var socket = new DatagramSocket(new InetSocketAddress(address, port));
        socket.setSoTimeout((int) SOON.toMillis());
        strangers.put(name, socket);
        return socket;
    }

    private static String receive(DatagramSocket socket) throws IOException {
        var packet = new DatagramPacket(new byte[65_536], 65_536);
        socket.receive(packet);
        return new String(packet.getData(), 0, packet.getLength(), StandardCharsets.UTF_8);
    }

    /// A refused INVITE is acknowledged, so that the refusal is not repeated into later tests.
    private static void acknowledge(DatagramSocket socket, InetSocketAddress server, String request, String answer)
            throws IOException {
        if (!request.startsWith("INVITE ")) {
            return;
        }
        var headers = answer.lines()
                .filter(line ->
                        Stream.of("Via:", "From:", "To:", "Call-ID:", "CSeq:").anyMatch(line::startsWith))
                .map(line -> line.startsWith("CSeq:") ? line.replace("INVITE", "ACK") : line)
                .toList();
        var startLine = "ACK" + request.substring("INVITE".length(), request.indexOf('\r'));
        var ack = (startLine + "\r\n" + String.join("\r\n", headers) + "\r\nMax-Forwards: 70\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        socket.send(new DatagramPacket(ack, ack.length, server));
    }

    private static void aCallIsAnswered(InteropServer server) throws InterruptedException {
        try (var simulator = Simulator.start(SimulatorSettings.onLoopback())) {
            var call = simulator.carrier().serve(server.sip()).call(SchoolCall.NUMBER, "13712345678");
            call.awaitAnswered(SOON);
            call.hangUp();
            call.awaitEnded(SOON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        assertThat(List.of("caller")).contains(server.callOf("13712345678").hangupSide());
    }
}
