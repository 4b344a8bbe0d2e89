package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.hotline400.sip.LegEvent.Answered;
import org.hotline400.sip.LegEvent.Ended;
import org.hotline400.sip.LegEvent.Rejected;
import org.hotline400.sip.LegEvent.Side;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What only a peer that writes its messages by hand can do.
class RawStoriesTest {

    private Party bob;
    private RawPeer raw;

    @BeforeEach
    void start() throws IOException {
        bob = Party.start();
        raw = new RawPeer(bob.stack.address());
    }

    @AfterEach
    void stop() {
        raw.close();
        bob.close();
    }

    private static String request(String method, String callId, String more) {
        return """
                %s sip:bob@127.0.0.1:THEIRS SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:PORT;branch=z9hG4bK-%s-%s
                Max-Forwards: 70
                From: <sip:raw@127.0.0.1>;tag=raw
                To: <sip:bob@127.0.0.1>
                Call-ID: %s
                CSeq: 1 %s
                Contact: <sip:raw@127.0.0.1:PORT>
                %sContent-Length: 0

                """.formatted(method, callId, method.equals("ACK") ? "INVITE" : method, callId, method, more);
    }

    @ParameterizedTest
    @CsvSource({
        "Max-Forwards: 70, Max-Forwards: 0, 200",
        "Max-Forwards: 70, Max-Forwards: 0068, 200",
        "Max-Forwards: 70, Max-Forwards: 256, 400 Bad Max-Forwards",
        "Max-Forwards: 70, Require: magic, 420",
        "From: <sip:raw@127.0.0.1>;tag=raw, Subject: none, 400 Missing From",
        "Call-ID: x, Subject: none, 400 Missing Call-ID",
        "CSeq: 1 OPTIONS, CSeq: 1 INVITE, 400 CSeq Names Another Method",
        "CSeq: 1 OPTIONS, CSeq: 99999999999 OPTIONS, 400 Bad CSeq",
        "OPTIONS sip:bob, OPTIONS http://bob, 416",
        "THEIRS SIP/2.0, THEIRS SIP/7.0, 505",
        "Content-Length: 0, Content-Length: 900, 400 Content-Length Exceeds the Message",
        "Content-Length: 0, Content-Length: -3, 400 Bad Content-Length",
        "To: <sip:bob@127.0.0.1>, To: <sip:bob@127.0.0.1>;tag=unknown, 481",
        "nothing, nothing, 200",
    })
    void aFaultyRequestIsAnsweredWithItsFault(String part, String instead, String answer) throws IOException {
        raw.send(request("OPTIONS", "x", "").replace(part, instead));
        assertThat(raw.receive(5_000))
                .hasValueSatisfying(reply -> assertThat(reply).startsWith("SIP/2.0 " + answer));
    }

    @ParameterizedTest
    @CsvSource({"BYE, 481", "CANCEL, 481", "INFO, 481", "REFER, 405", "FROBNICATE, 501", "MESSAGE, 200"})
    void aMethodOutsideAnyDialogHasItsAnswer(String method, String answer) throws IOException {
        raw.send(request(method, "m", ""));
        assertThat(raw.expect("SIP/2.0 ")).startsWith("SIP/2.0 " + answer);
    }

    @Test
    void theSameRequestOnAnotherWayIsMerged() throws IOException {
        raw.send(request("OPTIONS", "merge", ""));
        raw.expect("SIP/2.0 200");
        raw.send(request("OPTIONS", "merge", "").replace("branch=z9hG4bK", "branch=z9hG4bKother"));
        raw.expect("SIP/2.0 482");
    }

    /// RFC 4475 §3.2.1: the cookie alone is no branch, so it does not make two requests one.
    @Test
    void aBareMagicCookieIsNoTransaction() throws IOException {
        for (String callId : List.of("bare1", "bare2")) {
            raw.send(request("OPTIONS", callId, "").replaceFirst("branch=z9hG4bK[^\\n]*", "branch=z9hG4bK"));
            assertThat(RawPeer.header(raw.expect("SIP/2.0 200"), "Call-ID")).isEqualTo(callId);
        }
    }

    @Test
    void aRetransmittedRequestGetsTheSameAnswerAndIsHandledOnce() throws IOException {
        raw.send(request("OPTIONS", "again", ""));
        String first = raw.expect("SIP/2.0 200");
        raw.send(request("OPTIONS", "again", ""));
        assertThat(raw.expect("SIP/2.0 200")).isEqualTo(first);
    }

    @Test
    void anAnswerWithoutAckIsRepeatedAndThenGivenUpWithBye() throws IOException {
        raw.send(request("INVITE", "noack", ""));
        raw.expect("SIP/2.0 100");
        var called = bob.incoming();
        called.leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
        String first = raw.expect("SIP/2.0 200");
        assertThat(raw.expect("SIP/2.0 200")).isEqualTo(first);
        raw.expect("BYE ");
        Ended ended = called.next(Ended.class);
        assertThat(ended.by()).isEqualTo(Side.NETWORK);
        assertThat(ended.reason().text()).contains("ACK");
    }

    /// RFC 3261 §9.2: it changes nothing, and its answer has the To tag of the INVITE's.
    @Test
    void aCancelThatComesAfterTheAnswerNamesTheSameDialog() throws IOException {
        raw.send(request("INVITE", "late", ""));
        bob.incoming().leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
        String to = RawPeer.header(raw.expect("SIP/2.0 200"), "To");
        raw.send(request("CANCEL", "late", "").replace("late-CANCEL", "late-INVITE"));
        String answer = raw.expect("SIP/2.0 200");
        while (!RawPeer.header(answer, "CSeq").equals("1 CANCEL")) {
            answer = raw.expect("SIP/2.0 200");
        }
        assertThat(RawPeer.header(answer, "To")).isEqualTo(to);
    }

    @Test
    void aRefusalIsRepeatedUntilItsAck() throws IOException {
        raw.send(request("INVITE", "refused", ""));
        bob.incoming().leg().reject(SipReply.of(486, "Busy Here"));
        String refusal = raw.expect("SIP/2.0 486");
        raw.expect("SIP/2.0 486");
        String to = RawPeer.header(refusal, "To");
        raw.send(request("ACK", "refused", "").replace("To: <sip:bob@127.0.0.1>", "To: " + to));
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> raw.receive(300).isEmpty());
    }

    @Test
    void aSequenceNumberFromThePastIsRefused() throws IOException {
        raw.send(request("INVITE", "old", "").replace("CSeq: 1", "CSeq: 10"));
        bob.incoming().leg().answer(SipReply.of(200, "OK").withSdp(Party.SDP));
        String to = RawPeer.header(raw.expect("SIP/2.0 200"), "To");
        raw.send(request("ACK", "old", "")
                .replace("CSeq: 1", "CSeq: 10")
                .replace("To: <sip:bob@127.0.0.1>", "To: " + to)
                .replace("branch=z9hG4bK", "branch=z9hG4bKack"));
        raw.send(request("INFO", "old", "")
                .replace("CSeq: 1", "CSeq: 9")
                .replace("To: <sip:bob@127.0.0.1>", "To: " + to));
        raw.expect("SIP/2.0 500");
    }

    private OutgoingCall callToRaw() {
        return callToRaw(Optional.empty());
    }

    private OutgoingCall callToRaw(Optional<SipAccount> account) {
        return new OutgoingCall(
                SipUri.of("raw", "127.0.0.1", raw.address().getPort()),
                Optional.empty(),
                "<sip:bob@127.0.0.1>",
                "<sip:raw@127.0.0.1>",
                java.util.List.of(),
                Party.SDP,
                account,
                70);
    }

    /// A response to a request of the stack.
    private static String answer(String request, String status, String tag) {
        return "SIP/2.0 " + status + "\nVia: " + RawPeer.header(request, "Via") + "\nFrom: "
                + RawPeer.header(request, "From") + "\nTo: "
                + RawPeer.header(request, "To").replaceAll(";tag=.*", "")
                + (tag.isEmpty() ? "" : ";tag=" + tag) + "\nCall-ID: " + RawPeer.header(request, "Call-ID")
                + "\nCSeq: " + RawPeer.header(request, "CSeq")
                + "\nContact: <sip:raw@127.0.0.1:PORT>\nContent-Length: 0\n\n";
    }

    @Test
    void cancelWaitsForAProvisionalResponse() throws IOException {
        var calling = bob.call(callToRaw());
        String invite = raw.expect("INVITE ");
        calling.leg().end(EndReason.normal());
        raw.expect("INVITE ");
        raw.send(answer(invite, "180 Ringing", "a"));
        String cancel = raw.expect("CANCEL ");
        assertThat(RawPeer.header(cancel, "Via")).isEqualTo(RawPeer.header(invite, "Via"));
        assertThat(RawPeer.header(cancel, "CSeq")).isEqualTo("1 CANCEL");
        raw.send(answer(cancel, "200 OK", "a"));
        raw.send(answer(invite, "487 Request Terminated", "a"));
        raw.expect("ACK ");
        assertThat(calling.next(Ended.class).by()).isEqualTo(Side.US);
    }

    @Test
    void cancelWaitsForAProvisionalResponseToTheInviteSentAgainWithCredentials() throws IOException {
        var calling = bob.call(callToRaw(Optional.of(new SipAccount("bob", "secret"))));
        String first = raw.expect("INVITE ");
        raw.send(answer(first, "100 Trying", ""));
        String challenge = "\nWWW-Authenticate: Digest realm=\"r\", nonce=\"n\", algorithm=MD5, qop=\"auth\"";
        raw.send(answer(first, "401 Unauthorized" + challenge, "a"));
        String second = raw.expect("INVITE ");
        while (!second.contains("Authorization: ")) {
            second = raw.expect("INVITE ");
        }
        calling.leg().end(EndReason.normal());
        for (int repetition = 0; repetition < 3; repetition++) {
            assertThat(raw.receive(5_000))
                    .hasValueSatisfying(sent -> assertThat(sent).doesNotStartWith("CANCEL "));
        }
        raw.send(answer(second, "180 Ringing", "b"));
        String cancel = raw.expect("CANCEL ");
        assertThat(RawPeer.header(cancel, "Via")).isEqualTo(RawPeer.header(second, "Via"));
        assertThat(RawPeer.header(cancel, "CSeq")).isEqualTo("2 CANCEL");
        raw.send(answer(cancel, "200 OK", "b"));
        raw.send(answer(second, "487 Request Terminated", "b"));
        assertThat(calling.next(Ended.class).by()).isEqualTo(Side.US);
    }

    @Test
    void anInterruptedThreadStillHangsUp() throws IOException {
        var calling = bob.call(callToRaw());
        raw.send(answer(raw.expect("INVITE "), "200 OK", "a"));
        calling.next(Answered.class);
        Thread.currentThread().interrupt();
        try {
            calling.leg().end(EndReason.normal());
        } finally {
            assertThat(Thread.interrupted()).as("still interrupted").isTrue();
        }
        raw.send(answer(raw.expect("BYE "), "200 OK", "a"));
        assertThat(calling.next(Ended.class).by()).isEqualTo(Side.US);
    }

    @Test
    void aLate200AfterCancelIsAcknowledgedAndEnded() throws IOException {
        var calling = bob.call(callToRaw());
        String invite = raw.expect("INVITE ");
        raw.send(answer(invite, "100 Trying", ""));
        raw.send(answer(invite, "180 Ringing", "a"));
        calling.next(LegEvent.Progress.class);
        calling.leg().end(EndReason.normal());
        raw.expect("CANCEL ");
        raw.send(answer(invite, "200 OK", "a"));
        raw.expect("ACK ");
        raw.send(answer(raw.expect("BYE "), "200 OK", "a"));
        assertThat(calling.next(Ended.class).by()).isEqualTo(Side.US);
    }

    @Test
    void aSecondForksAnswerIsAcknowledgedAndEnded() throws IOException {
        var calling = bob.call(callToRaw());
        String invite = raw.expect("INVITE ");
        raw.send(answer(invite, "200 OK", "one"));
        calling.next(Answered.class);
        String ack = raw.expect("ACK ");
        assertThat(RawPeer.header(ack, "To")).endsWith("tag=one");
        raw.send(answer(invite, "200 OK", "one"));
        assertThat(raw.expect("ACK ")).isEqualTo(ack);
        raw.send(answer(invite, "200 OK", "two"));
        assertThat(RawPeer.header(raw.expect("ACK "), "To")).endsWith("tag=two");
        String bye = raw.expect("BYE ");
        assertThat(RawPeer.header(bye, "To")).endsWith("tag=two");
        raw.send(answer(bye, "200 OK", "two"));
        assertThat(calling.events()).isEmpty();
    }

    @Test
    void aSilentPeerGives408() throws IOException {
        var calling = bob.call(callToRaw());
        raw.expect("INVITE ");
        assertThat(calling.next(Rejected.class).response().status()).isEqualTo(408);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> bob.stack.statistics().transactions() == 0);
    }

    @Test
    void aPeerThatRingsButIgnoresOurCancelIsGivenUp() throws IOException {
        var calling = bob.call(callToRaw());
        raw.send(answer(raw.expect("INVITE "), "180 Ringing", "a"));
        calling.next(LegEvent.Progress.class);
        calling.leg().end(EndReason.normal());
        assertThat(calling.next(Ended.class).by()).isEqualTo(Side.US);
        Awaitility.await()
                .atMost(Duration.ofSeconds(8))
                .until(() -> bob.stack.statistics().transactions() == 0
                        && bob.stack.statistics().timers() == 0
                        && bob.stack.statistics().legs() == 0);
    }

    @Test
    void requestsFollowTheRecordedRoute() throws IOException {
        try (var proxy = new RawPeer(bob.stack.address())) {
            var calling = bob.call(callToRaw());
            String invite = raw.expect("INVITE ");
            String route = "<sip:127.0.0.1:" + proxy.address().getPort() + ";lr>";
            raw.send(answer(invite, "200 OK\nRecord-Route: <sip:far.invalid;lr>, " + route, "a"));
            calling.next(Answered.class);
            String ack = proxy.expect("ACK sip:raw@127.0.0.1:" + raw.address().getPort());
            assertThat(ack.lines().filter(line -> line.startsWith("Route: ")))
                    .containsExactly("Route: " + route, "Route: <sip:far.invalid;lr>");
        }
    }
}
