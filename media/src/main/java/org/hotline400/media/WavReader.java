package org.hotline400.media;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Reads the chunks of a RIFF/WAVE file, trusting none of its sizes.
final class WavReader {
    private static final int PCM = 1;
    private static final int A_LAW = 6;
    private static final int U_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;
    private static final long UNKNOWN_LENGTH = 0xFFFFFFFFL;
    private static final int MOST_CHUNKS = 100;
    private static final int MOST_SKIPPED = 1 << 20;
    private static final String CONVERT = "; convert it: sox in.wav -r 8000 -b 16 -e signed-integer out.wav";

    private WavReader() {}

    private record Format(int code, int channels, int bits) {}

    static Wav read(InputStream in) throws IOException {
        byte[] head = in.readNBytes(12);
        if (head.length < 12 || !name(head, 0).equals("RIFF") || !name(head, 8).equals("WAVE")) {
            throw new WavException("this is no WAV file: it does not start with RIFF….WAVE");
        }
        Format format = null;
        for (int i = 0; i < MOST_CHUNKS; i++) {
            byte[] chunk = in.readNBytes(8);
            if (chunk.length < 8) {
                break;
            }
            long size = little(chunk).getInt(4) & 0xFFFFFFFFL;
            if (name(chunk, 0).equals("data")) {
                return decode(format, data(in, size));
            } else if (name(chunk, 0).equals("fmt ")) {
                format = format(body(in, size));
            } else {
                body(in, size);
            }
        }
        throw new WavException("the WAV file has no audio data: it was cut off");
    }

    private static Format format(ByteBuffer body) throws WavException {
        if (body.remaining() < 16) {
            throw new WavException(
                    "the WAV file's fmt chunk has " + body.remaining() + " bytes, at least 16 are needed");
        }
        int code = body.getShort(0) & 0xFFFF;
        if (code == EXTENSIBLE && body.remaining() >= 26) {
            code = body.getShort(24) & 0xFFFF;
        }
        int channels = body.getShort(2) & 0xFFFF;
        long rate = body.getInt(4) & 0xFFFFFFFFL;
        int bits = body.getShort(14) & 0xFFFF;
        if (rate != 8000) {
            throw new WavException("the WAV file has " + rate + " samples a second, 8000 are needed" + CONVERT);
        }
        if (channels != 1 && channels != 2) {
            throw new WavException("the WAV file has " + channels + " channels, 1 or 2 are needed" + CONVERT);
        }
        boolean pcm = code == PCM && bits == 16;
        boolean g711 = (code == A_LAW || code == U_LAW) && bits == 8;
        if (!pcm && !g711) {
            throw new WavException("the WAV file has format " + code + " with " + bits
                    + " bits; 16-bit PCM (1), A-law (6) or µ-law (7) are needed" + CONVERT);
        }
        return new Format(code, channels, bits);
    }

    private static ByteBuffer body(InputStream in, long size) throws IOException {
        if (size > MOST_SKIPPED) {
            throw new WavException("the WAV file has a chunk of " + size + " bytes before its audio; save it without"
                    + " pictures and remarks");
        }
        byte[] body = in.readNBytes((int) (size + (size & 1)));
        if (body.length < size) {
            throw new WavException("the WAV file was cut off: " + size + " bytes announced, " + body.length + " there");
        }
        return little(body);
    }

    private static byte[] data(InputStream in, long size) throws IOException {
        boolean open = size == UNKNOWN_LENGTH;
        if (!open && size > Wav.LARGEST) {
            throw new WavException("the WAV file announces " + size + " bytes of audio, at most " + Wav.LARGEST
                    + " are read; split it");
        }
        byte[] data = in.readNBytes(open ? Wav.LARGEST : (int) size);
        if (!open && data.length < size) {
            throw new WavException(
                    "the WAV file was cut off: " + size + " bytes of audio announced, " + data.length + " there");
        }
        return data;
    }

    private static Wav decode(@Nullable Format format, byte[] data) throws WavException {
        if (format == null) {
            throw new WavException("the WAV file has audio before its fmt chunk");
        }
        int samples = data.length / (format.bits() / 8) / format.channels();
        short[][] pcm = new short[format.channels()][samples];
        ByteBuffer in = little(data);
        for (int i = 0; i < samples; i++) {
            for (short[] channel : pcm) {
                channel[i] = sample(format, in);
            }
        }
        return pcm.length == 1 ? Wav.mono(Clip.of(pcm[0])) : new Wav(List.of(Clip.of(pcm[0]), Clip.of(pcm[1])));
    }

    private static short sample(Format format, ByteBuffer in) {
        return switch (format.code()) {
            case A_LAW -> G711.decode(Codec.PCMA, in.get());
            case U_LAW -> G711.decode(Codec.PCMU, in.get());
            default -> in.getShort();
        };
    }

    private static String name(byte[] bytes, int at) {
        return new String(bytes, at, 4, StandardCharsets.ISO_8859_1);
    }

    private static ByteBuffer little(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
