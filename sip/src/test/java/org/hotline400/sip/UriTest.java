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
