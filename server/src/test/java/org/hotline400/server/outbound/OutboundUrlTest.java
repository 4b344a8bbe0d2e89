package org.hotline400.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutboundUrlTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ftp://crm.example.com/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:25/_HELO",
                "jar:http://crm.example.com/a!/b",
                "//crm.example.com/",
                "crm.example.com/hook",
                "http:/hook",
                "http:///hook",
                "http://user:secret@crm.example.com/",
                "http://crm.example.com@127.0.0.1/",
                "http://crm.example.com\\@127.0.0.1/",
                "http://crm.example.com/\r\nHost: localhost",
                "http://crm example.com/",
                "http://crm.example.com:0/",
                "http://crm.example.com:65536/",
                "http://[fe80::1%25eth0]/",
                "http://一二三.example.com/"
            })
    void whatIsNoPlainWebAddressIsRefusedWithTheFix(String text) {
        assertThatThrownBy(() -> OutboundUrl.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    /// 127.0.0.1 in decimal, octal, hexadecimal and short, as some resolvers read them.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://2130706433/",
                "http://0177.0.0.1/",
                "http://0x7f.0.0.1/",
                "http://0x7f000001/",
                "http://127.1/",
                "http://127.0.1/",
                "http://127.0.0.01/",
                "http://127.0.0.1./",
                "http://0/",
                "http://256.1.1.1/",
                "http://1.2.3.4.5/",
                "http://hidden.0x7f/"
            })
    void anIpv4AddressHasOneSpellingOnly(String text) {
        assertThatThrownBy(() -> OutboundUrl.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void hostPortAndOriginAreReadAsTheyWillBeUsed() {
        var url = OutboundUrl.of("https://[2001:DB8::1]/hook?shop=1#top");
        assertThat(url.host()).isEqualTo("2001:DB8::1");
        assertThat(url.port()).isEqualTo(443);
        assertThat(url).hasToString("https://[2001:DB8::1]/hook?shop=1");

        var crm = OutboundUrl.of("https://crm.example.com/a/b");
        assertThat(crm.isSameOrigin(OutboundUrl.of("https://CRM.example.com:443/c")))
                .isTrue();
        assertThat(crm.isSameOrigin(OutboundUrl.of("https://crm.example.com:8443/")))
                .isFalse();
        assertThat(crm.isSameOrigin(OutboundUrl.of("http://crm.example.com:443/")))
                .isFalse();
        assertThat(crm.towards("../c").map(OutboundUrl::toString)).contains("https://crm.example.com/c");
        assertThat(crm.towards("//evil.example/")).isPresent();
        assertThat(crm.towards("file:///etc/passwd")).isEmpty();
        assertThat(crm.towards("http://0x7f.1/")).isEmpty();
    }
}
