package org.hotline400.server.prompts.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.server.prompts.InvalidAudioException;
import org.jspecify.annotations.Nullable;

/// A RIFF/WAVE file, read with suspicion: every length is checked against what is really there, and nothing is
/// allocated that the file's own size does not cover. Takes PCM of 8 to 32 bits, floating point, A-law and
/// µ-law, one or two channels (two are mixed).
record WavFile(int rate, int channels, Encoding encoding, ByteBuffer data) {
    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FMT = 0x20746d66;
    private static final int DATA = 0x61746164;
    private static final int EXTENSIBLE = 0xfffe;

    enum Encoding {
        PCM_8(1, 1),
        PCM_16(1, 2),
        PCM_24(1, 3),
        PCM_32(1, 4),
        FLOAT_32(3, 4),
        FLOAT_64(3, 8),
        A_LAW(6, 1),
        MU_LAW(7, 1);

        private final int tag;
        private final int bytes;

        Encoding(int tag, int bytes) {
            this.tag = tag;
            this.bytes = bytes;
        }

        static Encoding of(int tag, int bits) {
            for (Encoding encoding : values()) {
                if (encoding.tag == tag && encoding.bytes * 8 == bits) {
                    return encoding;
                }
            }
            throw new InvalidAudioException("the WAV file has format " + tag + " with " + bits
                    + " bits a sample; save it as 16-bit PCM, A-law or µ-law");
        }

        /// Full scale is ±1.
        float sample(ByteBuffer data, int at) {
            return switch (this) {
                // Unsigned, unlike the others.
                case PCM_8 -> (Byte.toUnsignedInt(data.get(at)) - 128) / 128f;
                case PCM_16 -> data.getShort(at) / 32_768f;
                case PCM_24 -> ((data.getShort(at + 1) << 8) + Byte.toUnsignedInt(data.get(at))) / 0x1p23f;
                case PCM_32 -> data.getInt(at) / 0x1p31f;
                case FLOAT_32 -> sane(data.getFloat(at));
                case FLOAT_64 -> sane((float) data.getDouble(at));
                case A_LAW -> G711.decode(Codec.PCMA, data.get(at)) / 32_768f;
                case MU_LAW -> G711.decode(Codec.PCMU, data.get(at)) / 32_768f;
            };
        }

        /// A float may be anything: what is no sound is silence.
        private static float sane(float sample) {
            return Math.abs(sample) <= 1_000 ? sample : 0;
        }
    }

    static boolean isWav(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        return file.length >= 12 && in.getInt(0) == RIFF && in.getInt(8) == WAVE;
    }

    /// @param file that [#isWav]
    /// @throws InvalidAudioException when it lies about itself, or is of a kind that is not taken
    static WavFile parse(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).position(12);
        ByteBuffer format = null;
        while (in.remaining() >= 8) {
            int id = in.getInt();
            ByteBuffer chunk = chunk(in, Integer.toUnsignedLong(in.getInt()));
            if (id == FMT) {
                format = chunk;
            } else if (id == DATA) {
                return of(format, chunk);
            }
        }
        throw new InvalidAudioException("the WAV file has no \"data\" chunk; save it again");
    }

    private static ByteBuffer chunk(ByteBuffer in, long size) {
        if (size > in.remaining()) {
            throw new InvalidAudioException("a chunk of the WAV file claims " + size + " bytes, but only "
                    + in.remaining() + " follow; the file is cut or was written to a pipe: save it again");
        }
        ByteBuffer chunk = in.slice(in.position(), (int) size).order(ByteOrder.LITTLE_ENDIAN);
        // RIFF pads chunks to an even length.
        in.position((int) Math.min(in.limit(), in.position() + size + (size & 1)));
        return chunk;
    }

    private static WavFile of(@Nullable ByteBuffer format, ByteBuffer data) {
        if (format == null || format.remaining() < 16) {
            throw new InvalidAudioException("the WAV file has no whole \"fmt \" chunk before its data; save it again");
        }
        int tag = Short.toUnsignedInt(format.getShort(0));
        if (tag == EXTENSIBLE && format.remaining() >= 26) {
            tag = Short.toUnsignedInt(format.getShort(24));
        }
        int channels = Short.toUnsignedInt(format.getShort(2));
        if (channels < 1 || channels > 2) {
            throw new InvalidAudioException("the WAV file has " + channels + " channels; save it in mono or stereo");
        }
        int rate = format.getInt(4);
        if (rate < 8_000 || rate > 48_000) {
            throw new InvalidAudioException("the WAV file has " + Integer.toUnsignedString(rate)
                    + " samples a second; save it with 8,000 to 48,000");
        }
        Encoding encoding = Encoding.of(tag, Short.toUnsignedInt(format.getShort(14)));
        int align = Short.toUnsignedInt(format.getShort(12));
        if (align != channels * encoding.bytes) {
            throw new InvalidAudioException("the WAV file claims " + align
                    + " bytes for each instant where its format has " + channels * encoding.bytes + "; save it again");
        }
        return new WavFile(rate, channels, encoding, data);
    }

    /// How many samples each channel has.
    int frames() {
        return data.remaining() / (encoding.bytes * channels);
    }

    /// All samples, channels mixed to one, at the file's own rate.
    float[] mono() {
        float[] mono = new float[frames()];
        for (int i = 0; i < mono.length; i++) {
            int at = i * encoding.bytes * channels;
            float first = encoding.sample(data, at);
            mono[i] = channels == 1 ? first : (first + encoding.sample(data, at + encoding.bytes)) / 2;
        }
        return mono;
    }
}
