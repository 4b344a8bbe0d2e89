package org.hotline400.sip.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NegotiationTest {

    private static final InetSocketAddress OURS = new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 20_000);
    private static final List<AudioFormat> CODECS = List.of(AudioFormat.PCMA, AudioFormat.PCMU);

    private static String sdp(String media) {
        return "v=0\no=x 1 1 IN IP4 198.51.100.7\ns=-\nc=IN IP4 198.51.100.7\nt=0 0\n" + media;
    }

    private static Answer.Agreed agreed(String offer) throws SdpException {
        return (Answer.Agreed) Negotiation.answer(AudioSession.parse(offer), OURS, CODECS);
    }

    @Test
    void pcmaIsPreferredWhateverTheOrderOfTheOffer() throws SdpException {
        var agreed = agreed(sdp("m=audio 4000 RTP/AVP 18 0 8 97\na=rtpmap:97 telephone-event/8000\n"));
        assertThat(agreed.terms().codec()).isEqualTo(AudioFormat.PCMA);
        assertThat(agreed.terms().sendEvents()).hasValue(97);
        assertThat(agreed.terms().remote().getPort()).isEqualTo(4000);
        assertThat(agreed.answer().toSdp(7, 2))
                .contains("o=- 7 2 IN IP4 192.0.2.1\r\n")
                .contains("m=audio 20000 RTP/AVP 8 97\r\n")
                .contains("a=rtpmap:97 telephone-event/8000\r\n");
    }

    @ParameterizedTest
    @CsvSource({
        "a=rtcp:53020, 198.51.100.7:53020",
        "a=rtcp:53020 IN IP4 126.16.64.4, 126.16.64.4:53020",
        "a=rtcp:53020 IN IP6 2001:db8::4, [2001:db8::4]:53020",
        "a=rtcp:53020 IN IP4 victim.example, ",
        "a=rtcp:0, ",
        "a=rtcp:99999, ",
        "a=rtcp:, ",
        "a=rtcp-mux, ",
        "a=x, ",
    })
    void reportsGoWhereThePeerSays(String attribute, String expected) throws SdpException {
        var agreed = agreed(sdp("m=audio 4000 RTP/AVP 8\n" + attribute + "\n"));
        assertThat(agreed.terms()
                        .control()
                        .map(at -> (at.getAddress() instanceof Inet6Address
                                        ? "[2001:db8::4]"
                                        : at.getAddress().getHostAddress())
                                + ":" + at.getPort()))
                .isEqualTo(Optional.ofNullable(expected));
        // Ours are always the port above, and never on the same one (RFC 5761 §5.1.1: no a=rtcp-mux declines
        // it).
        assertThat(agreed.answer().toSdp(1, 1)).doesNotContain("rtcp");
    }

    /// RFC 3264 §8 and §8.3.2.
    @Test
    void aNewOfferInASessionKeepsItsLinesAndNumbers() throws SdpException {
        var before = agreed(sdp("""
                        m=video 5000 RTP/AVP 31
                        m=audio 4000 RTP/AVP 0 97
                        a=rtpmap:97 telephone-event/8000
                        a=sendonly
                        """)).answer();
        var offer = Negotiation.reoffer(before, OURS, CODECS).toSdp(1, 2);
        assertThat(offer.lines().filter(line -> line.startsWith("m=")))
                .containsExactly("m=video 0 RTP/AVP 31", "m=audio 20000 RTP/AVP 8 0 97");
        assertThat(offer).contains("a=sendrecv").contains("a=rtpmap:97 telephone-event/8000");
    }

    @Test
    void theOfferersNumbersAreKept() throws SdpException {
        var agreed = agreed(sdp("m=audio 4000 RTP/AVP 110\na=rtpmap:110 pcma/8000/1\n"));
        assertThat(agreed.terms().codec()).isEqualTo(new AudioFormat(110, "PCMA", 8000));
        assertThat(agreed.terms().receiveEvents()).isEmpty();
    }

    @Test
    void everyLineOfTheOfferIsMirroredAndAllButTheAudioRefused() throws SdpException {
        var agreed = agreed(sdp("m=video 5000 RTP/AVP 31\nm=audio 4000 RTP/AVP 8\nm=audio 4002 RTP/AVP 0\n"));
        assertThat(agreed.answer().toSdp(1, 1).lines().filter(line -> line.startsWith("m=")))
                .containsExactly("m=video 0 RTP/AVP 31", "m=audio 20000 RTP/AVP 8", "m=audio 0 RTP/AVP 0");
    }

    @ParameterizedTest
    @CsvSource({
        "sendrecv, SENDRECV",
        "sendonly, RECVONLY",
        "recvonly, SENDONLY",
        "inactive, INACTIVE",
    })
    void theDirectionIsMirrored(String offered, Direction ours) throws SdpException {
        assertThat(agreed(sdp("m=audio 4000 RTP/AVP 8\na=" + offered + "\n"))
                        .terms()
                        .direction())
                .isEqualTo(ours);
    }

    @Test
    void anUnspecifiedAddressIsHold() throws SdpException {
        assertThat(agreed(sdp("m=audio 4000 RTP/AVP 8\nc=IN IP4 0.0.0.0\n"))
                        .terms()
                        .direction())
                .isEqualTo(Direction.RECVONLY);
    }

    @ParameterizedTest
    @CsvSource({"a=ptime:30, 30", "'a=ptime:60\na=maxptime:20', 20", "a=ptime:200, 60", "a=ptime:0, 20", "a=ptime:x, 20"
    })
    void thePacketTimeIsReadAndBounded(String attributes, int milliseconds) throws SdpException {
        assertThat(AudioSession.parse(sdp("m=audio 4000 RTP/AVP 8\n" + attributes + "\n"))
                        .packetTime())
                .isEqualTo(Duration.ofMillis(milliseconds));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m=audio 4000 RTP/AVP 18\n",
                "m=audio 0 RTP/AVP 8\n",
                "m=audio 4000 RTP/SAVP 8\n",
                "m=video 4000 RTP/AVP 31\n",
                ""
            })
    void withoutACommonCodecThereIsNoAnswer(String media) throws SdpException {
        assertThat(Negotiation.answer(AudioSession.parse(sdp(media)), OURS, CODECS))
                .isInstanceOf(Answer.NoCommonCodec.class);
    }

    @Test
    void eachSideKeepsItsOwnNumberForTelephoneEvents() throws SdpException {
        var offer = Negotiation.offer(OURS, CODECS);
        var answer = AudioSession.parse(sdp("m=audio 4000 RTP/AVP 8 96\na=rtpmap:96 telephone-event/8000\n"));
        var terms = Negotiation.terms(offer, answer).orElseThrow();
        assertThat(terms.sendEvents()).hasValue(96);
        assertThat(terms.receiveEvents()).hasValue(101);
        assertThat(Negotiation.terms(offer, AudioSession.parse(sdp("m=audio 0 RTP/AVP 8\n"))))
                .isEmpty();
        assertThat(Negotiation.terms(offer, AudioSession.parse(sdp("m=audio 4000 RTP/AVP 18\n"))))
                .isEmpty();
    }

    @Test
    void whatIsWrittenIsReadBack() throws SdpException {
        var v6 = new InetSocketAddress(InetAddress.ofLiteral("2001:db8::1"), 30_000);
        var offer = Negotiation.offer(v6, CODECS).withDirection(Direction.SENDONLY);
        var read = AudioSession.parse(offer.toSdp(1, 1));
        assertThat(read.rtp()).isEqualTo(v6);
        assertThat(read.formats()).isEqualTo(CODECS);
        assertThat(read.telephoneEvents()).hasValue(101);
        assertThat(read.direction()).isEqualTo(Direction.SENDONLY);
    }

    @ParameterizedTest
    @CsvSource({
        "'', v=0",
        "'x', x=value",
        "'v=1', v=",
        "'v=0\nm=audio x RTP/AVP 8', port",
        "'v=0\nm=audio 4000 RTP/AVP 8', c=",
        "'v=0\nc=IN IP4 host.example\nm=audio 4000 RTP/AVP 8', IP address",
        "'v=0\nc=IN IP4 1.2.3.4\nm=audio 4000 RTP/AVP 300', format",
        "'v=0\nc=IN IP4 1.2.3.4\nm=audio 4000', m=",
    })
    void anUnreadableLineIsNamed(String text, String named) {
        assertThatThrownBy(() -> AudioSession.parse(text))
                .isInstanceOf(SdpException.class)
                .hasMessageContaining(named);
    }

    @Test
    void mangledDescriptionsGiveASessionOrAnSdpException() {
        String seed = sdp("m=audio 4000 RTP/AVP 8 0 101\na=rtpmap:101 telephone-event/8000\na=ptime:20\na=sendonly\n");
        var chance = new Random(4);
        int unread = 0;
        for (int i = 0; i < 20_000; i++) {
            var text = new StringBuilder(seed);
            for (int change = 0; change < 4; change++) {
                text.setCharAt(chance.nextInt(text.length()), (char) (chance.nextInt(100) + 10));
            }
            try {
                AudioSession session = AudioSession.parse(text.toString());
                assertThat(Negotiation.answer(session, OURS, CODECS)).isNotNull();
            } catch (SdpException e) {
                unread++;
            }
        }
        assertThat(unread).isPositive();
    }
}
