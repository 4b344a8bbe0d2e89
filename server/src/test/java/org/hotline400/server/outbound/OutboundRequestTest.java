package org.hotline400.server.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.hotline400.server.outbound.OutboundRequest.Longer;
import org.hotline400.server.outbound.OutboundRequest.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutboundRequestTest {
    private static final OutboundUrl CRM = OutboundUrl.of("https://crm.example.com/");

    @ParameterizedTest
    @CsvSource({
        "Host, evil.example",
        "content-length, 5",
        "Transfer-Encoding, chunked",
        "Proxy-Authorization, Basic eA==",
        "'X Y', 1",
        "'X\nY', 1",
        "X, '1\r\nHost: evil.example'",
        "X, 一"
    })
    void aHeaderCannotChangeTheRequest(String name, String value) {
        assertThatThrownBy(() -> OutboundRequest.get(CRM).with(name, value))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void itsTermsAreBounded() {
        var request = OutboundRequest.get(CRM);
        assertThatThrownBy(() -> request.within(Duration.ofHours(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.taking(1 << 30)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> request.following(6)).isInstanceOf(IllegalArgumentException.class);
        var asked = request.within(Duration.ofSeconds(2)).keeping(10).live();
        assertThat(asked.terms())
                .isEqualTo(new OutboundRequest.Terms(Duration.ofSeconds(2), 10, Longer.IS_CUT, 0, Urgency.LIVE));
    }
}
