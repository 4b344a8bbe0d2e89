package org.hotline400.sip.internal.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.timing.TimerWheel;
import org.hotline400.sip.internal.transaction.OutboundRequest.RequestHead;
import org.hotline400.sip.internal.wire.MessageParser;
import org.hotline400.sip.internal.wire.MessageWriter;
import org.hotline400.sip.internal.wire.Parsed;
import org.hotline400.sip.internal.wire.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The four machines under a virtual clock, T1 = 500 ms as the RFC has it.
class TransactionsTest {

    private final TimerWheel wheel = new TimerWheel(0, failure -> {
        throw failure;
    });
    private final List<String> sent = new ArrayList<>();
    private final List<String> heard = new ArrayList<>();
    private final Surroundings surroundings =
            new Surroundings((hop, message, failed) -> sent.add(wheel.now() + " " + firstWord(message)), wheel, 500);
    private final ClientUser user = new ClientUser() {
        @Override
        public void answered(WireResponse response) {
            heard.add(Integer.toString(response.status()));
        }

        @Override
        public void timedOut() {
            heard.add("timed out at " + wheel.now());
        }

        @Override
        public void unreachable() {
            heard.add("unreachable");
        }
    };

    private static String firstWord(byte[] message) {
        return new String(message, java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .findFirst()
                .orElse("")
                .split(" ", -1)[0];
    }

    private static SipHop hop(Transport transport) {
        return new SipHop(transport, new InetSocketAddress(InetAddress.getLoopbackAddress(), 5060));
    }

    private static OutboundRequest request(String method, Transport transport) {
        var head = new RequestHead(
                method,
                "sip:b@127.0.0.1",
                "SIP/2.0/UDP 127.0.0.1;branch=z9hG4bKx",
                "z9hG4bKx",
                List.of(),
                "<sip:a@b>;tag=1",
                "<sip:b@b>",
                "call",
                1,
                70);
        return new OutboundRequest(head, List.of(), null, hop(transport));
    }

    private static WireResponse response(int status) {
        byte[] bytes = MessageWriter.response(status, "X")
                .header("To", "<sip:b@b>;tag=2")
                .finish(null);
        if (MessageParser.parse(bytes) instanceof Parsed.Response parsed) {
            return parsed.response();
        }
        throw new AssertionError("not a response");
    }

    private void run(long until) {
        for (long at = wheel.now(); at <= until; at += 10) {
            wheel.advance(at);
        }
    }

    @Test
    void anInviteIsRepeatedByTimerAUntilTimerB() {
        new InviteClient(surroundings, request("INVITE", Transport.UDP), user, () -> heard.add("over")).start();
        run(40_000);
        assertThat(sent)
                .containsExactly(
                        "0 INVITE",
                        "500 INVITE",
                        "1500 INVITE",
                        "3500 INVITE",
                        "7500 INVITE",
                        "15500 INVITE",
                        "31500 INVITE");
        assertThat(heard).containsExactly("over", "timed out at 32000");
        assertThat(wheel.armed()).isZero();
    }

    @Test
    void anotherRequestIsRepeatedByTimerEUntilTimerF() {
        new OtherClient(surroundings, request("OPTIONS", Transport.UDP), user, () -> heard.add("over")).start();
        run(40_000);
        assertThat(sent)
                .hasSize(11)
                .startsWith("0 OPTIONS", "500 OPTIONS", "1500 OPTIONS", "3500 OPTIONS", "7500 OPTIONS");
        assertThat(sent.get(5)).isEqualTo("11500 OPTIONS");
        assertThat(heard).containsExactly("over", "timed out at 32000");
    }

    @Test
    void nothingIsRepeatedOverTcp() {
        new InviteClient(surroundings, request("INVITE", Transport.TCP), user, () -> {}).start();
        new OtherClient(surroundings, request("OPTIONS", Transport.TCP), user, () -> {}).start();
        run(40_000);
        assertThat(sent).containsExactly("0 INVITE", "0 OPTIONS");
        assertThat(heard).hasSize(2);
    }

    /// Each state of the INVITE client (reached by the responses before) × each kind of response.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,       100, PROCEEDING, 100,      INVITE",
                "-,       200, ACCEPTED,   200,      INVITE",
                "-,       486, COMPLETED,  486,      INVITE ACK",
                "180,     180, PROCEEDING, 180 180,  INVITE",
                "180,     200, ACCEPTED,   180 200,  INVITE",
                "180,     486, COMPLETED,  180 486,  INVITE ACK",
                "486,     180, COMPLETED,  486,      INVITE ACK",
                "486,     200, COMPLETED,  486,      INVITE ACK",
                "486,     486, COMPLETED,  486,      INVITE ACK ACK",
                "200,     180, ACCEPTED,   200,      INVITE",
                "200,     200, ACCEPTED,   200 200,  INVITE",
                "200,     486, ACCEPTED,   200,      INVITE",
            })
    void theInviteClientKnowsEveryStateAndResponse(
            Integer before, int status, InviteClient.State after, String told, String out) {
        var transaction = new InviteClient(surroundings, request("INVITE", Transport.UDP), user, () -> {});
        transaction.start();
        if (before != null) {
            transaction.received(response(before));
        }
        transaction.received(response(status));
        assertThat(transaction.state()).isEqualTo(after);
        assertThat(String.join(" ", heard)).isEqualTo(told);
        assertThat(sent.stream().map(line -> line.substring(2)).toList()).isEqualTo(List.of(out.split(" ", -1)));
        run(33_000);
        boolean finished = after != InviteClient.State.PROCEEDING;
        assertThat(transaction.state()).isEqualTo(finished ? InviteClient.State.TERMINATED : after);
        transaction.terminate();
        transaction.received(response(status));
        assertThat(wheel.armed()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,   100, PROCEEDING, 100",
                "-,   200, COMPLETED,  200",
                "100, 100, PROCEEDING, 100 100",
                "100, 404, COMPLETED,  100 404",
                "200, 100, COMPLETED,  200",
                "200, 200, COMPLETED,  200",
            })
    void theOtherClientKnowsEveryStateAndResponse(Integer before, int status, OtherClient.State after, String told) {
        var transaction = new OtherClient(surroundings, request("OPTIONS", Transport.UDP), user, () -> {});
        transaction.start();
        if (before != null) {
            transaction.received(response(before));
        }
        transaction.received(response(status));
        assertThat(transaction.state()).isEqualTo(after);
        assertThat(String.join(" ", heard)).isEqualTo(told);
        run(33_000);
        assertThat(transaction.state()).isEqualTo(OtherClient.State.TERMINATED);
        assertThat(wheel.armed()).isZero();
    }

    private static final byte[] REPLY = "REPLY x\r\n".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    @Test
    void aRefusalIsRepeatedByTimerGUntilTimerH() {
        var transaction = new InviteServer(surroundings, hop(Transport.UDP), () -> heard.add("over at " + wheel.now()));
        transaction.respond(486, REPLY);
        run(40_000);
        assertThat(sent).startsWith("0 REPLY", "500 REPLY", "1500 REPLY", "3500 REPLY", "7500 REPLY", "11500 REPLY");
        assertThat(sent).hasSize(11);
        assertThat(heard).containsExactly("over at 32000");
    }

    /// Each state of the INVITE server × retransmitted INVITE, ACK, and a further response.
    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "-,   false, INVITE, PROCEEDING, 0, false",
                "180, false, INVITE, PROCEEDING, 2, false",
                "180, false, ACK,    PROCEEDING, 1, false",
                "180, false, 200,    ACCEPTED,   2, false",
                "200, false, INVITE, ACCEPTED,   1, false",
                "200, false, ACK,    ACCEPTED,   1, false",
                "200, false, 486,    ACCEPTED,   1, false",
                "486, false, INVITE, COMPLETED,  2, false",
                "486, false, ACK,    CONFIRMED,  1, true",
                "486, false, 200,    COMPLETED,  1, false",
                "486, true,  INVITE, CONFIRMED,  1, false",
                "486, true,  ACK,    CONFIRMED,  1, true",
                "486, true,  200,    CONFIRMED,  1, false",
            })
    void theInviteServerKnowsEveryStateAndEvent(
            Integer before, boolean acknowledged, String event, InviteServer.State after, int messages, boolean taken) {
        var transaction = new InviteServer(surroundings, hop(Transport.UDP), () -> {});
        if (before != null) {
            transaction.respond(before, REPLY);
        }
        if (acknowledged) {
            transaction.acknowledged();
        }
        switch (event) {
            case "INVITE" -> transaction.receivedAgain();
            case "ACK" -> assertThat(transaction.acknowledged()).isEqualTo(taken);
            default -> transaction.respond(Integer.parseInt(event), REPLY);
        }
        assertThat(transaction.state()).isEqualTo(after);
        assertThat(sent).hasSize(messages);
        run(33_000);
        boolean finished = after != InviteServer.State.PROCEEDING;
        assertThat(transaction.state()).isEqualTo(finished ? InviteServer.State.TERMINATED : after);
        assertThat(wheel.armed()).isZero();
    }

    @Test
    void anotherRequestsAnswerIsKeptForRetransmissionsUntilTimerJ() {
        var transaction = new OtherServer(surroundings, hop(Transport.UDP), () -> heard.add("over at " + wheel.now()));
        transaction.receivedAgain();
        assertThat(sent).isEmpty();
        transaction.respond(200, REPLY);
        transaction.receivedAgain();
        transaction.respond(500, REPLY);
        assertThat(sent).hasSize(2);
        run(33_000);
        assertThat(heard).containsExactly("over at 32000");
        assertThat(wheel.armed()).isZero();
    }
}
