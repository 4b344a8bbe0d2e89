package org.hotline400.bench.media;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.BitSet;
import java.util.Optional;
import java.util.OptionalInt;

/// Which of the generator's packets a recording holds: each packet carries its stamp as sound, and A-law comes back
/// from
/// a WAV as it was.
///
/// @param call whose they are
/// @param said counted packets of the caller in the left channel, each once
/// @param heard what the caller heard of these, in the right channel
record RecordedPackets(int call, int said, int heard) {
    private static final int HEADER = 44;
    private static final int DATA = 36;
    private static final int BYTES_A_SAMPLE = 4;
    /// Two days of packets: what is higher only looks like a number.
    private static final int HIGHEST = 10_000_000;
    /// Of a sample that is no value of A-law.
    private static final int NONE = -1;

    private static final short[] CODES = codes();

    /// @param wav 16-bit PCM, stereo, as the platform hands it out
    /// @return empty when it has no packet that counts
    static Optional<RecordedPackets> in(byte[] wav) {
        var samples = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        if (wav.length < HEADER || samples.getInt(DATA) != 0x61746164) {
            throw new IllegalArgumentException("no WAV as the platform writes it");
        }
        var said = new Channel(codes(samples, 0));
        var heard = new Channel(codes(samples, 2));
        var call = said.call().isPresent() ? said.call() : heard.call();
        return call.stream()
                .mapToObj(one -> new RecordedPackets(one, said.count(), heard.count()))
                .findFirst();
    }

    private static int[] codes(ByteBuffer samples, int channel) {
        var codes = new int[(samples.limit() - HEADER) / BYTES_A_SAMPLE];
        for (var i = 0; i < codes.length; i++) {
            codes[i] = CODES[samples.getShort(HEADER + BYTES_A_SAMPLE * i + channel) & 0xFFFF];
        }
        return codes;
    }

    private static final class Channel {
        private final int[] codes;
        private final BitSet numbers = new BitSet();
        private int call = NONE;

        Channel(int[] codes) {
            this.codes = codes;
            for (var at = 0; at + StampedPacket.STAMP <= codes.length; at++) {
                if (word(at) == StampedPacket.HOTLINE) {
                    take(at);
                }
            }
        }

        private void take(int at) {
            var number = word(at + 8);
            var plain = number & ~StampedPacket.COUNTED;
            if (number != plain && plain < HIGHEST) {
                call = word(at + 4);
                numbers.set(plain);
            }
        }

        private int word(int at) {
            return codes[at] << 24 | codes[at + 1] << 16 | codes[at + 2] << 8 | codes[at + 3];
        }

        OptionalInt call() {
            return call == NONE ? OptionalInt.empty() : OptionalInt.of(call);
        }

        int count() {
            return numbers.cardinality();
        }
    }

    /// The code of each 16-bit sample.
    private static short[] codes() {
        var codes = new short[0x10000];
        java.util.Arrays.fill(codes, (short) NONE);
        for (var code = 0; code < 0x100; code++) {
            codes[linear(code) & 0xFFFF] = (short) code;
        }
        return codes;
    }

    /// A-law as 16-bit PCM (ITU-T G.711, table 1a).
    static int linear(int code) {
        var even = code ^ 0x55;
        var mantissa = (even & 0x0F) << 4;
        var segment = (even & 0x70) >> 4;
        var size = segment == 0 ? mantissa + 8 : (mantissa + 0x108) << (segment - 1);
        return (even & 0x80) != 0 ? size : -size;
    }
}
