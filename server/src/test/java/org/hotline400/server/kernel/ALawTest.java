package org.hotline400.server.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ALawTest {

    @Test
    void everyCodeSurvivesARoundTrip() {
        for (int code = 0; code < 256; code++) {
            assertThat(ALaw.encode(ALaw.decode((byte) code)))
                    .as("code %d", code)
                    .isEqualTo((byte) code);
        }
    }

    @Test
    void followsTheTableOfTheStandard() {
        // ITU-T G.711 table 1a, decoder output values scaled to 16 bits.
        assertThat(ALaw.decode((byte) 0xD5)).isEqualTo((short) 8);
        assertThat(ALaw.decode((byte) 0x55)).isEqualTo((short) -8);
        assertThat(ALaw.decode((byte) 0xAA)).isEqualTo((short) 32_256);
        assertThat(ALaw.decode((byte) 0x2A)).isEqualTo((short) -32_256);
    }

    @Test
    void anErrorIsNeverAboveHalfAStep() {
        for (int sample = Short.MIN_VALUE; sample <= Short.MAX_VALUE; sample += 7) {
            int error = Math.abs(ALaw.decode(ALaw.encode((short) sample)) - sample);
            assertThat(error).as("sample %d", sample).isLessThanOrEqualTo(Math.max(9, Math.abs(sample) / 30));
        }
    }
}
