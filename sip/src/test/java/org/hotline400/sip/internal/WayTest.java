package org.hotline400.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.Transport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The way that the requests of a call take (RFC 3261 §12.2.1.1, RFC 3263 §4), the look-ups before it, and the
/// credentials that they carry (RFC 3261 §22).
class WayTest {

    private static final String SLOW = "Record-Route: <sip:proxy.slow.test:5080;lr>";
    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();
    private static final String NOTHING_LEFT = "0 legs, 0 transactions, 0 timers";

    private final DialogLab lab = new DialogLab();

    @Test
    void anAnswerRepeatedWhileTheWayOfItsAckIsLookedUpHarmsNothing() {
        lab.call();
        lab.sent();
        lab.answer("INVITE", 200, "a", true, SLOW);
        lab.answer("INVITE", 200, "a", true, SLOW);
        assertThat(lab.sent()).isEqualTo("-");
        lab.answerNames(LOOPBACK);
        assertThat(lab.sent()).isEqualTo("ACK");
        assertThat(lab.portOf("ACK")).isEqualTo(5080);
        lab.answer("INVITE", 200, "a", true, SLOW);
        assertThat(lab.sent()).isEqualTo("ACK");
        assertThat(lab.heard()).isEqualTo("Answered+sdp");
    }

    @Test
    void anAckThatFoundNoWayIsLookedUpAgainWithTheNextAnswer() {
        lab.call();
        lab.sent();
        lab.answer("INVITE", 200, "a", true, SLOW);
        lab.answerNames();
        assertThat(lab.sent()).isEqualTo("-");
        lab.answer("INVITE", 200, "a", true, SLOW);
        lab.answerNames(LOOPBACK);
        assertThat(lab.sent()).isEqualTo("ACK");
    }

    @Test
    void aCallWhoseLookUpNeverComesBackEnds() {
        lab.call("sip:peer@slow.test:5070", Optional.empty(), Optional.empty());
        lab.pass(31_900);
        assertThat(lab.heard()).isEqualTo("-");
        lab.pass(200);
        assertThat(lab.heard()).isEqualTo("Rejected 503");
        assertThat(lab.left()).isEqualTo(NOTHING_LEFT);
        lab.sent();
        lab.answerNames(LOOPBACK);
        assertThat(lab.sent()).isEqualTo("-");
    }

    @Test
    void aCallGivenUpWhileItIsLookedUpEndsWithoutAWord() {
        var leg = lab.call("sip:peer@slow.test:5070", Optional.empty(), Optional.empty());
        leg.end(EndReason.normal());
        lab.pass(32_100);
        assertThat(lab.sent()).isEqualTo("-");
        assertThat(lab.heard()).isEqualTo("Ended US 200");
        assertThat(lab.left()).isEqualTo(NOTHING_LEFT);
    }

    @Test
    void aByeWhoseLookUpNeverComesBackEndsTheCall() {
        var leg = lab.call();
        lab.answer("INVITE", 200, "a", true, SLOW);
        lab.heard();
        leg.end(EndReason.normal());
        lab.pass(32_100);
        assertThat(lab.heard()).isEqualTo("Ended NETWORK 503");
        assertThat(lab.left()).isEqualTo(NOTHING_LEFT);
    }

    /// A trunk that is called over a chosen hop, and moves, or does not.
    @ParameterizedTest
    @CsvSource({
        "sip:peer@127.0.0.1:5070, 5090",
        "sip:other@127.0.0.1:5070, 5090",
        "sip:peer@127.0.0.1:5071, 5071",
        "sip:peer@127.0.0.9:5070, 5070",
    })
    void aCalleeThatMovesIsFollowed(String contact, int port) {
        var chosen = new SipHop(Transport.UDP, new InetSocketAddress(LOOPBACK, 5090));
        var leg = lab.call("sip:peer@127.0.0.1:5070", Optional.of(chosen), Optional.empty());
        String invite = lab.last("INVITE");
        lab.receive("""
                SIP/2.0 200 OK
                Via: %s
                From: %s
                To: <sip:peer@127.0.0.1>;tag=a
                Call-ID: %s
                CSeq: 1 INVITE
                Contact: <sip:peer@127.0.0.1:5070>
                Content-Length: 0

                """.formatted(
                        DialogLab.header(invite, "Via"),
                        DialogLab.header(invite, "From"),
                        DialogLab.header(invite, "Call-ID"))
                .replace("\n", "\r\n"));
        assertThat(lab.portOf("ACK")).isEqualTo(5090);
        lab.receive("""
                UPDATE sip:us@127.0.0.1:5060 SIP/2.0
                Via: SIP/2.0/UDP 127.0.0.1:5070;branch=z9hG4bKmoved
                From: <sip:peer@127.0.0.1>;tag=a
                To: %s
                Call-ID: %s
                CSeq: 1 UPDATE
                Contact: <%s>
                Content-Length: 0

                """.formatted(DialogLab.header(invite, "From"), DialogLab.header(invite, "Call-ID"), contact)
                .replace("\n", "\r\n"));
        leg.end(EndReason.normal());
        assertThat(lab.portOf("BYE")).isEqualTo(port);
        assertThat(lab.last("BYE")).startsWith("BYE " + contact + " ");
    }

    /// Its mapping changed, its Contact did not: what follows goes to where it was heard last.
    @Test
    void aCalleeWhoseNatMovesItIsFollowed() {
        var chosen = new SipHop(Transport.UDP, new InetSocketAddress(LOOPBACK, 5090));
        var leg = lab.call("sip:peer@127.0.0.1:5070", Optional.of(chosen), Optional.empty());
        lab.answer("INVITE", 200, "a", true, "Contact: <sip:peer@192.168.1.5:5060>");
        String invite = lab.last("INVITE");
        lab.receive("""
                UPDATE sip:us@127.0.0.1:5060 SIP/2.0
                Via: SIP/2.0/UDP 192.168.1.5:5060;rport;branch=z9hG4bKmoved
                From: <sip:peer@127.0.0.1>;tag=a
                To: %s
                Call-ID: %s
                CSeq: 1 UPDATE
                Contact: <sip:peer@192.168.1.5:5060>
                Content-Length: 0

                """.formatted(DialogLab.header(invite, "From"), DialogLab.header(invite, "Call-ID"))
                .replace("\n", "\r\n"));
        leg.end(EndReason.normal());
        assertThat(lab.portOf("BYE")).as("where the UPDATE came from").isEqualTo(5070);
    }

    private void challenge(int realms) {
        String[] challenges = IntStream.range(0, realms)
                .mapToObj(i -> "Proxy-Authenticate: Digest realm=\"r" + i + "\", nonce=\"n\", qop=\"auth\"")
                .toArray(String[]::new);
        lab.answer("INVITE", 407, "p", false, challenges);
    }

    private void callWithAccount() {
        lab.call("sip:peer@127.0.0.1:5070", Optional.empty(), Optional.of(new SipAccount("us", "secret")));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 486})
    void anAckCarriesTheVeryCredentialsOfItsInvite(int status) {
        callWithAccount();
        challenge(1);
        assertThat(lab.sentHeader("ACK", "Proxy-Authorization")).isEmpty();
        String credentials = DialogLab.header(lab.last("INVITE"), "Proxy-Authorization");
        lab.answer("INVITE", status, "a", false);
        assertThat(DialogLab.header(lab.last("ACK"), "CSeq")).isEqualTo("2 ACK");
        assertThat(lab.sentHeader("ACK", "Proxy-Authorization")).contains(credentials);
    }

    @Test
    void aPeerThatNamesManyRealmsIsAnsweredForFour() {
        callWithAccount();
        challenge(40);
        assertThat(lab.last("INVITE").lines().filter(line -> line.startsWith("Proxy-Authorization:")))
                .hasSize(4);
    }

    @Test
    void aRequestThatNobodyWaitsForIsNotSentAgain() {
        var answer = lab.ask("REGISTER", Duration.ofSeconds(2));
        lab.pass(2_100);
        assertThat(answer).isCompletedWithValueMatching(response -> response.status() == 408);
        long sent = lab.count("REGISTER");
        lab.pass(40_000);
        assertThat(lab.count("REGISTER")).isEqualTo(sent);
        assertThat(lab.left()).isEqualTo(NOTHING_LEFT);
    }

    @Test
    void aRequestUnderWayWhenTheStackClosesIsAnswered503() {
        var answer = lab.ask("OPTIONS", Duration.ofSeconds(30));
        assertThat(answer).isNotDone();
        lab.close();
        assertThat(answer).isCompletedWithValueMatching(response -> response.status() == 503);
    }
}
