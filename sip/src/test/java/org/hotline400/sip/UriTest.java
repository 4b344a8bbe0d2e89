package org.hotline400.sip;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UriTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sip:127.0.0.1",
                "sip:4008888888@example.com:5070;transport=tcp;lr",
                "sips:a%40b%3B@[2001:db8::1]:5061",
                "tel:+8613800138000;phone-context=cn",
                "sip:%E4%BD%A0@host"
            })
    void aUriIsWrittenBackAsItWasRead(String text) {
        assertThat(SipUri.parse(text).toString()).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({
        "'', begins with its scheme",
        "http://a, must be sip",
        "sip:, host",
        "sip:a@, host",
        "sip:@b, before the @",
        "sip::x@b, before the @",
        "sip:a@b:0, port",
        "sip:a@b:99999, port",
        "sip:a@b c, blank",
        "sip:a%4@b, hexadecimal",
        "tel:abcx, telephone number",
    })
    void aBadUriIsToldWhatIsWrong(String text, String complaint) {
        assertThatThrownBy(() -> SipUri.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(complaint);
    }

    /// The examples of RFC 3261 §19.1.4 and some of our own.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sip:%61lice@atlanta.com;transport=TCP | sip:alice@AtLanTa.CoM;Transport=tcp     | true",
                "sip:carol@chicago.com                 | sip:carol@chicago.com;newparam=5        | true",
                "sip:carol@chicago.com;newparam=5      | sip:carol@chicago.com;security=on       | true",
                "sip:carol@chicago.com;security=on     | sip:carol@chicago.com;security=off      | false",
                "SIP:ALICE@AtLanTa.CoM;Transport=udp   | sip:alice@AtLanTa.CoM;Transport=UDP     | false",
                "sip:bob@biloxi.com                    | sip:bob@biloxi.com:5060                 | false",
                "sip:bob@biloxi.com                    | sip:bob@biloxi.com;transport=udp        | false",
                "sip:bob@biloxi.com                    | sip:bob@biloxi.com:6000;transport=tcp   | false",
                "sip:bob@phone21.boxesbybob.com        | sip:bob@192.0.2.4                       | false",
                "sip:bob@biloxi.com                    | sips:bob@biloxi.com                     | false",
                "sip:biloxi.com;maddr=192.0.2.1        | sip:biloxi.com                          | false",
                "sip:+86555@gw;user=phone              | sip:+86555@gw                           | false",
                "sip:biloxi.com;method=invite;lr       | sip:biloxi.com;lr;METHOD=INVITE         | true",
                "sip:biloxi.com                        | sip:bob@biloxi.com                      | false",
                "sip:a@[2001:db8::1]                   | sip:a@[2001:DB8:0:0:0:0:0:1]            | true",
                "sip:a@[2001:db8::1]                   | sip:a@[2001:db8::2]                     | false",
                "tel:+86-10-(5555)                     | tel:+86105555                           | true",
                "tel:5555;phone-context=+8610          | tel:5555;phone-context=+8621            | false",
                "tel:5555;phone-context=+8610          | tel:5555                                | false",
                "tel:+86105555                         | sip:+86105555@gw                        | false",
            })
    void urisMatchByWhatTheyMean(String one, String other, boolean same) {
        assertThat(SipUri.parse(one).matches(SipUri.parse(other))).isEqualTo(same);
        assertThat(SipUri.parse(other).matches(SipUri.parse(one))).isEqualTo(same);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sip:[::]]", "sip:[1:2]", "sip:[::1%25eth0]", "sip:[127.0.0.1]", "sip:[:::::]:1", "sip:[::1"})
    void whatIsNoIpv6ReferenceIsRefused(String text) {
        assertThatThrownBy(() -> SipUri.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void anAddressKeepsNameTagAndParameters() {
        var address = NameAddress.parse("\"A \\\"B\\\" <x>\" <sip:a@b;lr>;tag=1;reason=\"no answer\"");
        assertThat(address.displayName()).isEqualTo("A \"B\" <x>");
        assertThat(address.uri()).isEqualTo(SipUri.parse("sip:a@b;lr"));
        assertThat(address.tag()).contains("1");
        assertThat(NameAddress.parse(address.toString())).isEqualTo(address);
        assertThat(NameAddress.parse("sip:a@b;tag=2").tag()).contains("2");
        assertThat(NameAddress.parse("Alice Smith <sip:a@b>").displayName()).isEqualTo("Alice Smith");
    }

    @Test
    void aLineBreakInAnAddressCannotEndTheHeader() {
        var uri = SipUri.of("a\r\nEvil: 1", "b", -1);
        var address = new NameAddress("x\r\nEvil: 2", uri, java.util.Map.of("p", "\r\nEvil: 3"));
        assertThat(address.toString()).doesNotContain("\r").doesNotContain("\n");
        assertThatThrownBy(() -> SipUri.of("a", "b\r\nc", 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
