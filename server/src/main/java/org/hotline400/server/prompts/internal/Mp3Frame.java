package org.hotline400.server.prompts.internal;

import java.nio.ByteBuffer;
import java.util.Optional;

/// The header of one MPEG audio frame of layer III (ISO/IEC 11172-3 §2.4.1.3, 13818-3 §2.4.1.3; 2.5 is the
/// usual extension to lower rates).
///
/// @param word the four bytes of the header
record Mp3Frame(int word) {
    static final int HEADER_BYTES = 4;
    private static final int SYNC = 0xffe0_0000;
    private static final int LAYER_III = 1;
    private static final int MPEG_1 = 3;
    private static final int MPEG_2 = 2;
    private static final int MONO = 3;
    private static final int JOINT = 1;
    private static final int[] KBITS_MPEG_1 = {0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320};
    private static final int[] KBITS_MPEG_2 = {0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160};
    private static final int[] RATES = {44_100, 48_000, 32_000};
    private static final int HIGHEST_KBITS = 14;

    /// What the bytes at this place say, when they are a frame's header.
    static Optional<Mp3Frame> at(byte[] file, int position) {
        if (position < 0 || position + HEADER_BYTES > file.length) {
            return Optional.empty();
        }
        int word = ByteBuffer.wrap(file).getInt(position);
        Mp3Frame frame = new Mp3Frame(word);
        return frame.isValid() ? Optional.of(frame) : Optional.empty();
    }

    private boolean isValid() {
        return (word & SYNC) == SYNC
                && version() != 1
                && bits(17, 2) == LAYER_III
                && kbitsIndex() > 0
                && kbitsIndex() <= HIGHEST_KBITS
                && bits(10, 2) < RATES.length;
    }

    private int bits(int shift, int count) {
        return (word >>> shift) & ((1 << count) - 1);
    }

    private int version() {
        return bits(19, 2);
    }

    private int kbitsIndex() {
        return bits(12, 4);
    }

    private boolean isMpeg1() {
        return version() == MPEG_1;
    }

    int rate() {
        int divisor = isMpeg1() ? 1 : version() == MPEG_2 ? 2 : 4;
        return RATES[bits(10, 2)] / divisor;
    }

    int channels() {
        return bits(6, 2) == MONO ? 1 : 2;
    }

    /// Samples of each channel that a frame holds.
    int samples() {
        return isMpeg1() ? 1_152 : 576;
    }

    /// The frame with its header.
    int bytes() {
        int kbits = (isMpeg1() ? KBITS_MPEG_1 : KBITS_MPEG_2)[kbitsIndex()];
        return samples() / 8 * kbits * 1_000 / rate() + bits(9, 1);
    }

    /// Whether a checksum of two bytes follows the header.
    boolean hasChecksum() {
        return bits(16, 1) == 0;
    }

    int sideBytes() {
        if (isMpeg1()) {
            return channels() == 1 ? 17 : 32;
        }
        return channels() == 1 ? 9 : 17;
    }

    /// Bits of the field that says how many bytes back a frame's main data begins.
    int reservoirBits() {
        return isMpeg1() ? 9 : 8;
    }

    boolean isIntensityStereo() {
        return bits(6, 2) == JOINT && bits(4, 1) == 1;
    }

    /// Whether both may stand in one stream: version, rate and channels are the same.
    boolean continues(Mp3Frame other) {
        return version() == other.version() && rate() == other.rate() && channels() == other.channels();
    }

    /// The largest frame of this stream, without padding or checksum.
    Mp3Frame largest() {
        return new Mp3Frame((word & ~0xf200) | (HIGHEST_KBITS << 12) | (1 << 16));
    }
}
