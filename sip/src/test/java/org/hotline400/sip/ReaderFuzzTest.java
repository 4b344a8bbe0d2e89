package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.Via;
import org.hotline400.sip.sdp.AudioSession;
import org.hotline400.sip.sdp.SdpException;
import org.junit.jupiter.api.Test;

/// Spoilt text into the readers, without a stack around them: each reads it or complains in the one way it says
/// it does.
class ReaderFuzzTest {

    private static final long SEED = Long.getLong("fuzz.seed", 20_261_127);
    private static final int TEXTS = 30_000;

    private static final List<String> DESCRIPTIONS = List.of(Party.SDP, """
            v=0
            o=- 3724394400 3724394405 IN IP6 2001:db8::1
            s=call
            c=IN IP6 2001:db8::1
            b=AS:64
            t=0 0
            a=group:BUNDLE 0 1
            m=audio 49170 RTP/AVP 8 0 18 101 13
            c=IN IP4 192.0.2.1/127
            a=rtpmap:8 PCMA/8000/1
            a=rtpmap:101 telephone-event/8000
            a=fmtp:101 0-15
            a=ptime:20
            a=maxptime:60
            a=sendonly
            a=rtcp:49171 IN IP4 192.0.2.1
            m=video 0 RTP/SAVPF 96 97
            a=inactive
            m=audio 5004/2 RTP/AVP 8
            """);

    private static final List<String> ADDRESSES = List.of(
            "\"A. \\\"G.\\\" Bell, Sr.\" <sip:%61lice;x=y:secret@[2001:db8::1]:5060;transport=tcp;lr?subject=a%20b>;tag=1;p=\"q,r\"",
            "张三 <tel:+86-10-(5555);phone-context=+8610>;tag=x", "sips:a@host.example:65535;q=0.5;expires=3600");

    private static final List<String> VIAS = List.of(
            "SIP / 2.0 / UDP [2001:db8::1] : 5060 ;branch=z9hG4bK1;rport;received=192.0.2.1;x=\"q;,q\"",
            "SIP/2.0/TCP host.example;branch=z9hG4bK2");

    @FunctionalInterface
    private interface Reading {
        void read(String text) throws SdpException;
    }

    private static void each(List<String> texts, Reading reading) {
        var chance = new Random(SEED);
        var mangler = new Mangler(
                chance,
                () -> texts.get(chance.nextInt(texts.size()))
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        int read = 0;
        for (int i = 0; i < TEXTS; i++) {
            var text = new String(mangler.next(), StandardCharsets.UTF_8);
            try {
                reading.read(text);
                read++;
            } catch (SdpException | IllegalArgumentException e) {
                assertThat(e.getMessage()).isNotBlank();
            } catch (RuntimeException | Error e) {
                throw new AssertionError("fuzz.seed=" + SEED + ", text " + i + ": " + text, e);
            }
        }
        assertThat(read).as("texts that could be read").isBetween(TEXTS / 20, TEXTS);
    }

    @Test
    void sessionDescriptionsAreReadOrRefused() {
        each(DESCRIPTIONS, text -> {
            try {
                AudioSession.parse(text).toSdp(1, 1);
            } catch (IllegalArgumentException e) {
                throw new AssertionError("an SdpException was promised", e);
            }
        });
    }

    @Test
    void addressesAreReadOrRefused() {
        each(ADDRESSES, text -> {
            NameAddress address = NameAddress.parse(text);
            assertThat(address.uri().matches(address.uri())).isTrue();
            assertThat(NameAddress.parse(address.toString()).uri()).isEqualTo(address.uri());
        });
    }

    @Test
    void urisAreReadOrRefused() {
        each(
                List.of(
                        "sip:%61lice;x=y:secret@[2001:db8::1]:5060;transport=tcp;lr?subject=a%20b",
                        "tel:+86-10;isub=1"),
                text -> {
                    SipUri uri = SipUri.parse(text);
                    assertThat(SipUri.parse(uri.toString())).isEqualTo(uri);
                });
    }

    @Test
    void viasAndSequencesAreReadOrRefused() {
        each(VIAS, Via::parse);
        each(List.of("314159 INVITE", "1\t BYE"), CSeq::parse);
    }
}
