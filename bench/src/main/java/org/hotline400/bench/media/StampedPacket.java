package org.hotline400.bench.media;

import java.util.Random;

/// The form of the generator's packets: an RTP header (RFC 3550 §5.1), a stamp at the begin of the payload and
/// 20 ms of PCMA noise in all.
///
/// ```
///  0 RTP header   12 mark   16 call   20 packet number, top bit: it counts   24 nanoTime of sending   32 noise
/// ```
final class StampedPacket {
    static final int SIZE = 172;
    static final int FRAME_SAMPLES = 160;
    /// Bytes of the stamp, at the begin of the payload.
    static final int STAMP = 20;

    static final int HOTLINE = 0x48544C4D;
    static final int COUNTED = 0x8000_0000;
    private static final int VERSION = 0x80;
    private static final int PCMA = 8;
    private static final int SEQUENCE = 2;
    private static final int TIMESTAMP = 4;
    private static final int SSRC = 8;
    private static final int MARK = 12;
    private static final int CALL = 16;
    private static final int NUMBER = 20;
    private static final int SENT_AT = 24;

    private StampedPacket() {}

    /// What is the same in all of them.
    static byte[] blank() {
        var packet = new byte[SIZE];
        new Random(400).nextBytes(packet);
        packet[0] = (byte) VERSION;
        packet[1] = PCMA;
        return packet;
    }

    static void write(DatagramBatch batch, int slot, RtpNumbers numbers) {
        batch.putByte(slot, 1, (byte) PCMA);
        batch.putShort(slot, SEQUENCE, (short) numbers.sequence());
        batch.putInt(slot, TIMESTAMP, numbers.timestamp());
        batch.putInt(slot, SSRC, numbers.ssrc());
    }

    static void stamp(DatagramBatch batch, int slot, int call, int number, boolean counts, long sentAt) {
        batch.putInt(slot, MARK, HOTLINE);
        batch.putInt(slot, CALL, call);
        batch.putInt(slot, NUMBER, counts ? number | COUNTED : number);
        batch.putLong(slot, SENT_AT, sentAt);
    }

    /// Whether a received datagram is one of these, whole and as it was sent.
    ///
    /// @param calls how many there are
    static boolean isOurs(DatagramBatch batch, int slot, int calls) {
        return batch.length(slot) == SIZE
                && (batch.byteAt(slot, 1) & 0x7F) == PCMA
                && batch.intAt(slot, MARK) == HOTLINE
                && Integer.compareUnsigned(batch.intAt(slot, CALL), calls) < 0;
    }

    static int call(DatagramBatch batch, int slot) {
        return batch.intAt(slot, CALL);
    }

    static int number(DatagramBatch batch, int slot) {
        return batch.intAt(slot, NUMBER) & ~COUNTED;
    }

    static boolean counts(DatagramBatch batch, int slot) {
        return (batch.intAt(slot, NUMBER) & COUNTED) != 0;
    }

    static long sentAt(DatagramBatch batch, int slot) {
        return batch.longAt(slot, SENT_AT);
    }
}
