package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotline400.sip.LegEvent.Confirmed;
import org.hotline400.sip.LegEvent.Ended;

/// Sends a message to a running stack whose application behaves as the platform's does, and judges the answer.
///
/// The messages' Vias name other machines. A response goes to the address the request came from and to the
/// Via's port, 5060 when it has none (RFC 3261 §18.2.2): so each message is sent from a loopback address of its
/// own and from that very port, and every answer arrives where it was sent from, without a byte of the message
/// being touched.
final class TortureDesk implements AutoCloseable {

    private static final Pattern TOP_VIA =
            Pattern.compile("(?im)^v(?:ia)?\\s*:\\s*SIP\\s*/\\s*[\\d.]+\\s*/\\s*\\w+\\s+[^;,:\\r\\n]+(?::\\s*(\\d+))?");
    private static final Pattern VIA_LINE = Pattern.compile("(?im)^via\\s*:.*$");
    private static final Pattern CALL_ID = Pattern.compile("(?im)^(?:call-id|i)\\s*:\\s*(.*?)\\s*$");
    private static final AtomicInteger ADDRESSES = new AtomicInteger();

    private final Party desk;
    private final DigestChallenges challenges = DigestChallenges.fresh(Clock.systemUTC());

    private TortureDesk() throws IOException {
        desk = Party.start(settings -> settings.withT1(Duration.ofMillis(200)));
        desk.answers = (request, source) -> switch (request.method()) {
            case "OPTIONS" -> SipReply.of(200, "OK").with("Accept", "application/sdp");
            case "REGISTER" -> challenged();
            default -> SipReply.of(405, "Method Not Allowed");
        };
    }

    private SipReply challenged() {
        SipReply reply = SipReply.of(401, "Unauthorized");
        for (String challenge : challenges.challenge("torture")) {
            reply = reply.with("WWW-Authenticate", challenge);
        }
        return reply;
    }

    /// Sends the message to a stack of its own, as many of them share a branch, and asserts that what the case
    /// expects happens, nothing else, and that the stack still takes a call.
    static void judge(TortureCase expected, byte[] message) throws IOException {
        try (var desk = new TortureDesk()) {
            desk.send(expected, message);
            desk.aCallStillWorks();
        }
    }

    private void send(TortureCase expected, byte[] message) throws IOException {
        String text = new String(message, StandardCharsets.UTF_8);
        try (var peer = peer(text)) {
            peer.send(message, desk.stack.address());
            if (expected.isCall()) {
                aCallComesAbout(peer, expected, text);
            } else if (!expected.isSilence()) {
                String answer = peer.expect("SIP/2.0 ");
                assertThat(answer).startsWith("SIP/2.0 " + expected.status() + " ");
                answers(answer, expected, text);
                acknowledge(peer, answer, text);
            }
            assertThat(desk.nobodyCalled()).as("no call but an expected one").isTrue();
            nothingMoreComesBeforeTheAnswerToAProbe(peer, expected);
        }
    }

    private RawPeer peer(String message) throws IOException {
        Matcher via = TOP_VIA.matcher(message);
        int named = via.find() && via.group(1) != null ? Integer.parseInt(via.group(1)) : 5060;
        int port = named > 65_535 ? 5060 : named;
        int number = ADDRESSES.getAndIncrement();
        var own = InetAddress.getByAddress(new byte[] {127, 44, (byte) (number / 200), (byte) (number % 200 + 1)});
        try {
            return new RawPeer(new InetSocketAddress(own, port), desk.stack.address());
        } catch (BindException e) {
            assumeTrue(
                    false, "UDP " + own + ":" + port + " cannot be used, where the answer will go: " + e.getMessage());
            throw e;
        }
    }

    private void aCallComesAbout(RawPeer peer, TortureCase expected, String invite) throws IOException {
        peer.expect("SIP/2.0 100");
        var call = desk.incoming();
        call.leg().progress(SipReply.of(180, "Ringing"));
        peer.expect("SIP/2.0 180");
        call.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
        String answer = peer.expect("SIP/2.0 200");
        answers(answer, expected, invite);
        peer.send(inDialog("ACK", 0, answer).getBytes(StandardCharsets.UTF_8), desk.stack.address());
        call.next(Confirmed.class);
        peer.send(inDialog("BYE", 1, answer).getBytes(StandardCharsets.UTF_8), desk.stack.address());
        peer.expect("SIP/2.0 200");
        call.next(Ended.class);
    }

    private static void answers(String answer, TortureCase expected, String request) {
        Matcher callId = CALL_ID.matcher(request);
        if (callId.find()) {
            assertThat(RawPeer.header(answer, "Call-ID")).isEqualTo(callId.group(1));
        }
        if (!expected.says().equals("-")) {
            assertThat(answer).contains(expected.says());
        }
    }

    /// A refused INVITE is acknowledged in its own transaction (RFC 3261 §17.1.1.3), so that the refusal is not
    /// repeated.
    private void acknowledge(RawPeer peer, String answer, String request) throws IOException {
        if (!request.startsWith("INVITE ")) {
            return;
        }
        String startLine = request.substring("INVITE".length(), request.indexOf('\r'));
        Matcher via = VIA_LINE.matcher(request.replaceAll("\r\n[ \t]+", " "));
        assertThat(via.find()).isTrue();
        var ack = new StringBuilder("ACK").append(startLine).append("\r\n").append(via.group());
        for (String name : List.of("From", "To", "Call-ID", "CSeq")) {
            if (answer.contains("\r\n" + name + ": ")) {
                String value = RawPeer.header(answer, name);
                ack.append("\r\n")
                        .append(name)
                        .append(": ")
                        .append(name.equals("CSeq") ? value.replace("INVITE", "ACK") : value);
            }
        }
        ack.append("\r\nContent-Length: 0\r\n\r\n");
        peer.send(ack.toString().getBytes(StandardCharsets.UTF_8), desk.stack.address());
    }

    private static String inDialog(String method, int later, String answer) {
        String[] cseq = RawPeer.header(answer, "CSeq").split("\\s+", 2);
        return """
                %s sip:desk@127.0.0.1 SIP/2.0
                Via: SIP/2.0/UDP torture.example;rport;branch=z9hG4bK-%s-%s
                Max-Forwards: 70
                From: %s
                To: %s
                Call-ID: %s
                CSeq: %d %s
                Content-Length: 0

                """.formatted(
                        method,
                        method,
                        cseq[0],
                        RawPeer.header(answer, "From"),
                        RawPeer.header(answer, "To"),
                        RawPeer.header(answer, "Call-ID"),
                        Long.parseLong(cseq[0]) + later,
                        method)
                .replace("\n", "\r\n");
    }

    /// The stack takes messages in their order: had it had more to say it would have said it before this
    /// answer.
    private void nothingMoreComesBeforeTheAnswerToAProbe(RawPeer peer, TortureCase expected) throws IOException {
        String id = "probe-" + ADDRESSES.get();
        peer.send("""
                OPTIONS sip:probe@127.0.0.1 SIP/2.0
                Via: SIP/2.0/UDP probe.example;rport;branch=z9hG4bK-%s
                Max-Forwards: 70
                From: <sip:probe@probe.example>;tag=probe
                To: <sip:probe@127.0.0.1>
                Call-ID: %s
                CSeq: 1 OPTIONS
                Content-Length: 0

                """.formatted(id, id));
        String next = peer.expect("SIP/2.0 ");
        while (expected.isCall()
                && next.startsWith("SIP/2.0 200")
                && !RawPeer.header(next, "Call-ID").equals(id)) {
            // The 200 again: it was repeated before our ACK had come.
            next = peer.expect("SIP/2.0 ");
        }
        assertThat(RawPeer.header(next, "Call-ID")).isEqualTo(id);
    }

    private void aCallStillWorks() throws IOException {
        try (var alice = Party.start()) {
            var calling = alice.call(desk, Transport.UDP);
            var called = desk.incoming();
            called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
            calling.next(LegEvent.Answered.class);
            called.next(Confirmed.class);
            calling.leg().end(EndReason.normal());
            called.next(Ended.class);
        }
    }

    @Override
    public void close() {
        desk.close();
    }
}
