package org.hotline400.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostPortTest {
    @Test
    void readsNamesAndBothKindsOfAddress() {
        assertThat(HostPort.parse("carrier.example:5080")).isEqualTo(new HostPort("carrier.example", 5080));
        assertThat(HostPort.parse("192.0.2.10:5060")).isEqualTo(new HostPort("192.0.2.10", 5060));
        assertThat(HostPort.parse("[2001:db8::1]:5070")).isEqualTo(new HostPort("[2001:db8::1]", 5070));
    }

    @Test
    void takesSipsPortWhenNoneIsGiven() {
        assertThat(HostPort.parse("carrier.example")).isEqualTo(new HostPort("carrier.example", 5060));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":5060", "a b:5060", "host:", "host:66000", "host:0", "2001:db8::1:5060", "sip:host:1"})
    void saysHowItIsWrittenWhenItIsWrong(String text) {
        assertThatThrownBy(() -> HostPort.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .containsIgnoringCase("port");
    }
}
