package org.hotline400.server.kernel;

/// ITU-T G.711 A-law, the form in which audio is stored: one byte a sample, even bits inverted (§3).
public final class ALaw {
    private static final short[] LINEAR = new short[256];

    static {
        for (int code = 0; code < LINEAR.length; code++) {
            LINEAR[code] = linear(code ^ 0x55);
        }
    }

    private ALaw() {}

    private static short linear(int code) {
        int segment = (code & 0x70) >> 4;
        int mantissa = (code & 0x0f) << 4;
        int magnitude = segment == 0 ? mantissa + 8 : (mantissa + 0x108) << (segment - 1);
        return (short) ((code & 0x80) == 0 ? -magnitude : magnitude);
    }

    /// The 16-bit linear sample of a code.
    public static short decode(byte code) {
        return LINEAR[code & 0xff];
    }

    /// The code of a 16-bit linear sample.
    public static byte encode(short sample) {
        int sign = sample >= 0 ? 0x80 : 0;
        int magnitude = Math.min(sample >= 0 ? sample : ~sample, 32_767);
        int segment = Math.max(0, 24 - Integer.numberOfLeadingZeros(magnitude | 1));
        int mantissa = (segment == 0 ? magnitude >> 4 : magnitude >> (segment + 3)) & 0x0f;
        return (byte) ((sign | segment << 4 | mantissa) ^ 0x55);
    }
}
