package org.hotline400.server.prompts.web;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.hotline400.server.prompts.Prompt;

/// A prompt as a WAV file of 16-bit PCM, because browsers play it.
final class WavDownload {
    private static final int RATE = 8_000;

    private WavDownload() {}

    static byte[] of(Prompt prompt) {
        short[] samples = prompt.samples();
        ByteBuffer out = ByteBuffer.allocate(44 + 2 * samples.length).order(ByteOrder.LITTLE_ENDIAN);
        out.put(ascii("RIFF")).putInt(36 + 2 * samples.length);
        out.put(ascii("WAVEfmt ")).putInt(16).putShort((short) 1);
        out.putShort((short) 1)
                .putInt(RATE)
                .putInt(2 * RATE)
                .putShort((short) 2)
                .putShort((short) 16);
        out.put(ascii("data")).putInt(2 * samples.length);
        out.asShortBuffer().put(samples);
        return out.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
