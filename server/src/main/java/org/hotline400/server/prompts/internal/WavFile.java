package org.hotline400.server.prompts.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.hotline400.media.Codec;
import org.hotline400.media.G711;
import org.hotline400.server.prompts.InvalidAudioException;
import org.jspecify.annotations.Nullable;

/// A RIFF/WAVE file, read with suspicion: every length is checked against what is really there, and nothing is
/// allocated that the file's own size does not cover. Takes 16-bit PCM, A-law and µ-law, one or two channels (two
/// are mixed).
record WavFile(int rate, int channels, Encoding encoding, ByteBuffer data) {
    private static final int RIFF = 0x46464952;
    private static final int WAVE = 0x45564157;
    private static final int FMT = 0x20746d66;
    private static final int DATA = 0x61746164;
    private static final int EXTENSIBLE = 0xfffe;

    enum Encoding {
        PCM(1, 2),
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
    }

    static WavFile parse(byte[] file) {
        ByteBuffer in = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (in.remaining() < 12 || in.getInt() != RIFF || in.position(8).getInt() != WAVE) {
            throw new InvalidAudioException("this is not a WAV file (it does not start with RIFF … WAVE)");
        }
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
        return new WavFile(rate, channels, Encoding.of(tag, Short.toUnsignedInt(format.getShort(14))), data);
    }

    /// How many samples each channel has.
    int frames() {
        return data.remaining() / (encoding.bytes * channels);
    }

    /// All samples, channels mixed to one, at the file's own rate.
    short[] mono() {
        short[] mono = new short[frames()];
        for (int i = 0; i < mono.length; i++) {
            mono[i] = (short) (channels == 1 ? sample(i) : (sample(2 * i) + sample(2 * i + 1)) / 2);
        }
        return mono;
    }

    private short sample(int index) {
        return switch (encoding) {
            case PCM -> data.getShort(2 * index);
            case A_LAW -> G711.decode(Codec.PCMA, data.get(index));
            case MU_LAW -> G711.decode(Codec.PCMU, data.get(index));
        };
    }
}
