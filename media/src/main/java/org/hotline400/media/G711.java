package org.hotline400.media;

/// ITU-T G.711: one byte a sample, by A-law (Europe, China) or µ-law (North America, Japan). Linear samples are 16
/// bits: the 13 (A-law) or 14 (µ-law) bits of the standard, shifted left.
public final class G711 {
    /// What a silent line carries.
    public static final byte A_LAW_SILENCE = (byte) 0xD5;

    private static final short[] A_LAW_TO_PCM = new short[256];
    private static final short[] U_LAW_TO_PCM = new short[256];
    private static final byte[] PCM_TO_A_LAW = new byte[65536];
    private static final byte[] PCM_TO_U_LAW = new byte[65536];
    private static final byte[] A_TO_U = new byte[256];
    private static final byte[] U_TO_A = new byte[256];

    static {
        for (int code = 0; code < 256; code++) {
            A_LAW_TO_PCM[code] = expandA(code);
            U_LAW_TO_PCM[code] = expandU(code);
        }
        for (int pcm = Short.MIN_VALUE; pcm <= Short.MAX_VALUE; pcm++) {
            PCM_TO_A_LAW[pcm & 0xFFFF] = compressA(pcm);
            PCM_TO_U_LAW[pcm & 0xFFFF] = compressU(pcm);
        }
        for (int code = 0; code < 256; code++) {
            A_TO_U[code] = PCM_TO_U_LAW[A_LAW_TO_PCM[code] & 0xFFFF];
            U_TO_A[code] = PCM_TO_A_LAW[U_LAW_TO_PCM[code] & 0xFFFF];
        }
    }

    private G711() {}

    public static byte encode(Codec codec, short pcm) {
        return switch (codec) {
            case PCMA -> PCM_TO_A_LAW[pcm & 0xFFFF];
            case PCMU -> PCM_TO_U_LAW[pcm & 0xFFFF];
        };
    }

    public static short decode(Codec codec, byte code) {
        return switch (codec) {
            case PCMA -> A_LAW_TO_PCM[code & 0xFF];
            case PCMU -> U_LAW_TO_PCM[code & 0xFF];
        };
    }

    /// Encodes the first `length` samples into the start of `codes`.
    public static void encode(Codec codec, short[] pcm, byte[] codes, int length) {
        byte[] table = codec == Codec.PCMA ? PCM_TO_A_LAW : PCM_TO_U_LAW;
        for (int i = 0; i < length; i++) {
            codes[i] = table[pcm[i] & 0xFFFF];
        }
    }

    /// Decodes the first `length` bytes into the start of `pcm`.
    public static void decode(Codec codec, byte[] codes, short[] pcm, int length) {
        short[] table = codec == Codec.PCMA ? A_LAW_TO_PCM : U_LAW_TO_PCM;
        for (int i = 0; i < length; i++) {
            pcm[i] = table[codes[i] & 0xFF];
        }
    }

    /// Turns the first `length` bytes, in place, from one law into the other; does nothing when they are the same.
    public static void transcode(Codec from, Codec to, byte[] codes, int length) {
        if (from == to) {
            return;
        }
        byte[] table = from == Codec.PCMA ? A_TO_U : U_TO_A;
        for (int i = 0; i < length; i++) {
            codes[i] = table[codes[i] & 0xFF];
        }
    }

    /// G.711 table 1: even bits inverted; each of eight segments has 16 steps, a code stands for a step's middle.
    private static short expandA(int code) {
        int bits = code ^ 0x55;
        int segment = (bits >> 4) & 7;
        int step = (bits & 15) << 4;
        int magnitude = segment == 0 ? step + 8 : (step + 0x108) << (segment - 1);
        return (short) ((bits & 0x80) != 0 ? magnitude : -magnitude);
    }

    /// G.711 table 2: all bits inverted, biased by 33 (here 0x84, four times that) so that segments double.
    private static short expandU(int code) {
        int bits = ~code & 0xFF;
        int magnitude = ((((bits & 15) << 3) + 0x84) << ((bits >> 4) & 7)) - 0x84;
        return (short) ((bits & 0x80) != 0 ? -magnitude : magnitude);
    }

    private static byte compressA(int pcm) {
        int sign = pcm >= 0 ? 0x80 : 0;
        // Negative magnitudes are taken one lower, so that the decision values of both signs mirror each other.
        int magnitude = (pcm >= 0 ? pcm : -pcm - 1) >> 4;
        int segment = magnitude < 16 ? 0 : 28 - Integer.numberOfLeadingZeros(magnitude);
        int step = (magnitude >> Math.max(0, segment - 1)) & 15;
        return (byte) ((sign | segment << 4 | step) ^ 0x55);
    }

    private static byte compressU(int pcm) {
        int sign = pcm < 0 ? 0x80 : 0;
        int biased = Math.min((pcm < 0 ? -pcm : pcm), 32635) + 0x84;
        int segment = 24 - Integer.numberOfLeadingZeros(biased);
        int step = (biased >> (segment + 3)) & 15;
        return (byte) ~(sign | segment << 4 | step);
    }
}
