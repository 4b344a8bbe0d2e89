package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class G711Test {
    /// ITU-T G.711 tables 5 and 6: a 1 kHz sine at 0 dBm0.
    private static final byte[] MILLIWATT_A = HexFormat.of().parseHex("34212134b4a1a1b4");
    private static final byte[] MILLIWATT_U = HexFormat.of().parseHex("1e0b0b1e9e8b8b9e");

    @ParameterizedTest
    @CsvSource({
        "PCMA, D5, 8", "PCMA, 55, -8", "PCMA, D4, 24", "PCMA, C5, 264", "PCMA, F5, 528", "PCMA, AA, 32256",
        "PCMA, 2A, -32256", "PCMU, FF, 0", "PCMU, 7F, 0", "PCMU, FE, 8", "PCMU, EF, 132", "PCMU, 80, 32124",
        "PCMU, 00, -32124"
    })
    void codesDecodeToTheStandardsValues(Codec codec, String code, short pcm) {
        assertThat(G711.decode(codec, (byte) Integer.parseInt(code, 16))).isEqualTo(pcm);
    }

    @ParameterizedTest
    @CsvSource({
        "PCMA, 0, D5",
        "PCMA, -1, 55",
        "PCMA, 32767, AA",
        "PCMA, -32768, 2A",
        "PCMA, 256, C5",
        "PCMU, 0, FF",
        "PCMU, 32767, 80",
        "PCMU, -32768, 00",
        "PCMU, 4, FE",
        "PCMU, 3, FF"
    })
    void samplesEncodeToTheStandardsCodes(Codec codec, short pcm, String code) {
        assertThat(G711.encode(codec, pcm)).isEqualTo((byte) Integer.parseInt(code, 16));
    }

    @Test
    void everyCodeSurvivesDecodingAndEncoding() {
        for (int code = 0; code < 256; code++) {
            byte c = (byte) code;
            assertThat(G711.encode(Codec.PCMA, G711.decode(Codec.PCMA, c))).isEqualTo(c);
            // µ-law has two zeros; the negative one becomes the positive.
            byte u = code == 0x7F ? (byte) 0xFF : c;
            assertThat(G711.encode(Codec.PCMU, G711.decode(Codec.PCMU, c))).isEqualTo(u);
        }
    }

    @Test
    void everySampleComesBackWithinHalfAStepOfItsSegment() {
        for (int pcm = Short.MIN_VALUE; pcm <= Short.MAX_VALUE; pcm++) {
            int magnitude = Math.min(Math.abs(pcm), 32635);
            short a = G711.decode(Codec.PCMA, G711.encode(Codec.PCMA, (short) pcm));
            short u = G711.decode(Codec.PCMU, G711.encode(Codec.PCMU, (short) pcm));
            assertThat(Math.abs(a - pcm))
                    .isLessThanOrEqualTo(Math.max(8, magnitude / 32 + 1) + (magnitude > 32256 ? 512 : 0));
            assertThat(Math.abs(u - pcm)).isLessThanOrEqualTo((magnitude + 132) / 32 + (Math.abs(pcm) - magnitude) + 1);
        }
    }

    @Test
    void theDigitalMilliwattIsTheSameToneInBothLaws() {
        byte[] codes = MILLIWATT_A.clone();
        G711.transcode(Codec.PCMA, Codec.PCMU, codes, codes.length);
        assertThat(codes).isEqualTo(MILLIWATT_U);
        G711.transcode(Codec.PCMU, Codec.PCMA, codes, codes.length);
        assertThat(codes).isEqualTo(MILLIWATT_A);

        short[] pcm = new short[800];
        for (int i = 0; i < pcm.length; i++) {
            pcm[i] = G711.decode(Codec.PCMA, MILLIWATT_A[i % 8]);
        }
        assertThat(ToneDetector.level(pcm, 0, 800, 1000)).isGreaterThan(0.999);
    }
}
