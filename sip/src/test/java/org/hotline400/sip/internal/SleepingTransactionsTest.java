package org.hotline400.sip.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.hotline400.sip.EndReason;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.Transport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/// Transactions that only wait for repetitions are kept as bytes: what comes finds them all the same.
class SleepingTransactionsTest {
    private final DialogLab lab = new DialogLab();

    /// Of a call that came in, was answered, and was hung up by its caller.
    @Nested
    class OfACallThatCameIn {
        @BeforeEach
        void callComesAndGoes() {
            lab.invited().answer(SipReply.of(200, "OK").withSdp(DialogLab.SDP));
            lab.caller("ACK", 1, false);
            lab.caller("BYE", 2, false);
            lab.sent();
            lab.heard();
        }

        @Test
        void theByeOnceMoreGetsTheSameAnswerUntilItsTimeIsOver() {
            String answer = lab.last("200 BYE");
            lab.callerAgain("BYE", 2);
            assertThat(lab.sent()).isEqualTo("200 BYE");
            assertThat(lab.left()).startsWith("0 legs, 2 transactions");
            assertThat(lab.last("200 BYE")).isEqualTo(answer);
            lab.pass(31_000);
            lab.callerAgain("BYE", 2);
            assertThat(lab.sent()).isEqualTo("200 BYE");
            lab.pass(1_010);
            lab.callerAgain("BYE", 2);
            assertThat(lab.sent()).isEqualTo("481 BYE");
            assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
        }

        @Test
        void theInviteOnceMoreIsSoakedUp() {
            lab.invite(1, "z9hG4bKinvite", true);
            lab.invite(1, "z9hG4bKinvite", true);
            assertThat(lab.sent()).isEqualTo("-");
            assertThat(lab.heard()).isEqualTo("-");
        }

        @Test
        void theInviteOverAnotherWayIsMerged() {
            lab.invite(1, "z9hG4bKotherway", true);
            assertThat(lab.sent()).isEqualTo("482 INVITE");
            lab.pass(32_010);
            lab.invite(1, "z9hG4bKthirdway", true);
            assertThat(lab.sent()).isEqualTo("100 INVITE");
        }

        @Test
        void aCancelThatComesTooLateBearsTheTagOfTheAnswer() {
            String tag = DialogLab.header(lab.last("200 INVITE"), "To");
            lab.cancel();
            assertThat(lab.sent()).isEqualTo("200 CANCEL");
            assertThat(DialogLab.header(lab.last("200 CANCEL"), "To")).isEqualTo(tag);
        }
    }

    /// Of a call that we placed over a trunk and hung up.
    @Nested
    class OfACallThatWePlaced {
        private String invite = "";

        @BeforeEach
        void callIsPlacedAndEnds() {
            var trunk = new SipHop(Transport.UDP, new InetSocketAddress(InetAddress.getLoopbackAddress(), 5090));
            var leg = lab.call("sip:peer@127.0.0.1:5070", Optional.of(trunk), Optional.empty());
            invite = lab.last("INVITE");
            lab.answer("INVITE", 200, "a", true);
            leg.end(EndReason.normal());
            lab.answer("BYE", 200, "", false);
            lab.sent();
            lab.heard();
        }

        @Test
        void theAnswerOnceMoreIsAcknowledgedAsBefore() {
            String acknowledgement = lab.last("ACK");
            int port = lab.portOf("ACK");
            lab.answerTo(invite, 200, "a", true);
            lab.answerTo(invite, 200, "a", true);
            assertThat(lab.sent()).isEqualTo("ACK");
            assertThat(lab.count("ACK")).isEqualTo(3);
            assertThat(lab.last("ACK")).isEqualTo(acknowledgement);
            assertThat(lab.portOf("ACK")).isEqualTo(port);
            lab.pass(32_010);
            lab.answerTo(invite, 200, "a", true);
            assertThat(lab.sent()).isEqualTo("-");
        }

        @Test
        void anotherForkIsHungUpOnceAndAcknowledgedEachTime() {
            lab.answerTo(invite, 200, "b", true);
            assertThat(lab.sent()).isEqualTo("ACK, BYE");
            lab.answer("BYE", 200, "", false);
            lab.answerTo(invite, 200, "b", true);
            lab.answerTo(invite, 200, "a", true);
            assertThat(lab.sent()).isEqualTo("ACK, ACK");
            lab.pass(32_010);
            assertThat(lab.left()).isEqualTo("0 legs, 0 transactions, 0 timers");
        }

        @Test
        void theAnswerToTheByeOnceMoreIsSoakedUp() {
            lab.answer("BYE", 200, "", false);
            assertThat(lab.sent()).isEqualTo("-");
            assertThat(lab.discarded()).isZero();
            lab.pass(5_010);
            lab.answer("BYE", 200, "", false);
            assertThat(lab.discarded()).isEqualTo(1);
        }
    }
}
