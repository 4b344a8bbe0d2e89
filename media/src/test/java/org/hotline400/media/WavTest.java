package org.hotline400.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WavTest {
    @Test
    void whatIsWrittenIsRead(@TempDir Path folder) throws IOException {
        Clip left = Tones.sine(440, Duration.ofMillis(100));
        Clip right = Tones.sine(700, Duration.ofMillis(100));
        Wav.stereo(left, right).write(folder.resolve("two.wav"));
        Wav read = Wav.read(folder.resolve("two.wav"));
        assertThat(read.channels()).hasSize(2);
        assertThat(read.channels().getFirst().samples()).isEqualTo(left.samples());
        assertThat(read.channels().getLast().samples()).isEqualTo(right.samples());
        assertThat(read.mixed().length()).isEqualTo(Duration.ofMillis(100));
    }

    @ParameterizedTest
    @CsvSource({"6, PCMA", "7, PCMU"})
    void g711IsRead(int format, Codec codec) throws IOException {
        byte[] data = {G711.encode(codec, (short) 1000), G711.encode(codec, (short) -1000)};
        short[] pcm = Wav.read(in(wav(format, 1, 8000, 8, 2, data))).mixed().samples();
        assertThat(pcm).containsExactly(G711.decode(codec, data[0]), G711.decode(codec, data[1]));
    }

    @Test
    void otherChunksAreSkipped() throws IOException {
        byte[] plain = wav(1, 1, 8000, 16, 4, new byte[] {1, 0, 2, 0});
        ByteBuffer longer = ByteBuffer.allocate(plain.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        longer.put(plain, 0, 12)
                .put("LIST".getBytes(StandardCharsets.US_ASCII))
                .putInt(3)
                .putInt(0)
                .put(plain, 12, plain.length - 12);
        assertThat(Wav.read(in(longer.array())).mixed().samples()).containsExactly(1, 2);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 44100, 16, 4, 44100 samples a second",
        "1, 3, 8000, 16, 4, 3 channels",
        "1, 0, 8000, 16, 4, 0 channels",
        "1, 1, 8000, 24, 4, format 1 with 24 bits",
        "3, 1, 8000, 32, 4, format 3 with 32 bits",
        "1, 1, 8000, 16, 5000, cut off: 5000 bytes",
        "1, 1, 8000, 16, 2147483647, at most 67108864",
        "1, 1, 8000, 16, -2, at most 67108864",
    })
    void hostileHeadersAreNamed(int format, int channels, int rate, int bits, int size, String message) {
        byte[] file = wav(format, channels, rate, bits, size, new byte[4]);
        assertThatThrownBy(() -> Wav.read(in(file)))
                .isInstanceOf(WavException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aStreamOfUnknownLengthIsReadToItsEnd() throws IOException {
        assertThat(Wav.read(in(wav(1, 1, 8000, 16, -1, new byte[] {1, 0, 2, 0})))
                        .mixed()
                        .samples())
                .containsExactly(1, 2);
    }

    @Test
    void noMutilationThrowsAnythingElse() throws IOException {
        ByteArrayOutputStream good = new ByteArrayOutputStream();
        Wav.mono(Tones.beep()).write(good);
        Random random = new Random(400);
        for (int i = 0; i < 20_000; i++) {
            byte[] file = good.toByteArray();
            for (int n = random.nextInt(4); n >= 0; n--) {
                file[random.nextInt(48)] = (byte) random.nextInt();
            }
            readOrRefuse(Arrays.copyOf(file, random.nextInt(file.length)));
        }
    }

    private static void readOrRefuse(byte[] file) throws IOException {
        try {
            assertThat(Wav.read(in(file)).channels()).isNotEmpty();
        } catch (WavException e) {
            assertThat(e).hasMessageContaining("WAV");
        }
    }

    private static ByteArrayInputStream in(byte[] bytes) {
        return new ByteArrayInputStream(bytes);
    }

    private static byte[] wav(int format, int channels, int rate, int bits, int size, byte[] data) {
        ByteBuffer head = ByteBuffer.wrap(Wav.header(1, 0)).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort(20, (short) format).putShort(22, (short) channels).putInt(24, rate);
        head.putShort(34, (short) bits).putInt(40, size);
        return ByteBuffer.allocate(44 + data.length).put(head.array()).put(data).array();
    }
}
