package org.hotline400.server.telephony;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InfoKeyTest {

    @ParameterizedTest
    @CsvSource({"5", "0", "*", "#", "A"})
    void readsTheKeyOfARelayBody(char key) {
        assertThat(InfoKey.read("application/dtmf-relay", "Signal=" + key + "\r\nDuration=160\r\n"))
                .contains(key);
    }

    @Test
    void readsTheBareKeyOfADtmfBody() {
        assertThat(InfoKey.read("application/dtmf", "7")).contains('7');
        assertThat(InfoKey.read("Application/DTMF; x=y", " b\r\n")).contains('B');
    }

    @ParameterizedTest
    @CsvSource({
        "application/dtmf-relay, Signal=55",
        "application/dtmf-relay, Duration=160",
        "application/dtmf, 12",
        "text/plain, 5",
        "application/dtmf, ''",
    })
    void passesOverWhatIsNoKey(String type, String body) {
        assertThat(InfoKey.read(type, body)).isEmpty();
    }
}
