package org.hotline400.media.internal;

import java.nio.ByteBuffer;

/// Reads and writes compound control packets (RFC 3550 §6.1); one object per stream, overwritten by the next
/// one read.
final class ControlPacket {
    static final int LARGEST = 256;

    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int DESCRIPTION = 202;
    private static final int GOODBYE = 203;
    private static final int CNAME = 1;
    private static final int BLOCK = 24;
    private static final int SENDER_INFO = 20;

    /// Of the packet read: whose it is, and the middle bits of its sender report's time (0: it holds none).
    int source;

    int sentAt;
    /// Whether it reports on the stream asked about; then the report block's fields.
    boolean reports;

    int fractionLost;
    int lost;
    int highest;
    long jitter;
    int lastReport;
    int delay;

    /// Reads a datagram between position 0 and the limit, by the checks of RFC 3550 appendix A.2 and those that
    /// keep every read inside its packet.
    ///
    /// @param about the stream whose report block is wanted
    /// @return false when it is no valid compound packet; the fields are then not to be used
    boolean parse(ByteBuffer datagram, int about) {
        int size = datagram.limit();
        sentAt = 0;
        reports = false;
        if (size < 8 || (datagram.get(0) & 0x20) != 0 || !isReport(datagram.get(1) & 0xFF)) {
            return false;
        }
        source = datagram.getInt(4);
        int at = 0;
        while (at + 4 <= size) {
            int length = 4 * ((datagram.getShort(at + 2) & 0xFFFF) + 1);
            if ((datagram.get(at) & 0xC0) != 0x80 || at + length > size || !read(datagram, at, length, about)) {
                return false;
            }
            if ((datagram.get(at) & 0x20) != 0 && at + length != size) {
                return false;
            }
            at += length;
        }
        return at == size;
    }

    private static boolean isReport(int type) {
        return type == SENDER_REPORT || type == RECEIVER_REPORT;
    }

    private boolean read(ByteBuffer in, int at, int length, int about) {
        int count = in.get(at) & 0x1F;
        int type = in.get(at + 1) & 0xFF;
        if (type == GOODBYE) {
            return length >= 4 + 4 * count;
        }
        if (!isReport(type)) {
            return true;
        }
        int head = type == SENDER_REPORT ? 8 + SENDER_INFO : 8;
        if (length < head + BLOCK * count) {
            return false;
        }
        if (type == SENDER_REPORT && in.getInt(at + 4) == source) {
            sentAt = in.getInt(at + 10);
        }
        for (int block = at + head; block < at + head + BLOCK * count; block += BLOCK) {
            if (in.getInt(block) == about) {
                block(in, block);
            }
        }
        return true;
    }

    private void block(ByteBuffer in, int at) {
        int losses = in.getInt(at + 4);
        reports = true;
        fractionLost = losses >>> 24;
        lost = (losses << 8) >> 8;
        highest = in.getInt(at + 8);
        jitter = in.getInt(at + 12) & 0xFFFFFFFFL;
        lastReport = in.getInt(at + 16);
        delay = in.getInt(at + 20);
    }

    /// Begins a report: from a sender with what it sent, from another without.
    ///
    /// @param time of a sender's report, 64 bits of NTP
    /// @param timestamp the RTP timestamp at that time
    static void sender(ByteBuffer out, int ssrc, int blocks, long time, int timestamp, long packets, long octets) {
        header(out, SENDER_REPORT, blocks, 8 + SENDER_INFO + BLOCK * blocks).putInt(ssrc);
        out.putLong(time).putInt(timestamp).putInt((int) packets).putInt((int) octets);
    }

    static void receiver(ByteBuffer out, int ssrc, int blocks) {
        header(out, RECEIVER_REPORT, blocks, 8 + BLOCK * blocks).putInt(ssrc);
    }

    /// The canonical name (RFC 3550 §6.5.1), ended by a null octet and filled up to 32 bits.
    static void name(ByteBuffer out, int ssrc, byte[] cname) {
        int length = 8 + 2 + cname.length;
        int filled = length / 4 * 4 + 4;
        header(out, DESCRIPTION, 1, filled).putInt(ssrc);
        out.put((byte) CNAME).put((byte) cname.length).put(cname);
        for (int i = length; i < filled; i++) {
            out.put((byte) 0);
        }
    }

    static void goodbye(ByteBuffer out, int ssrc) {
        header(out, GOODBYE, 1, 8).putInt(ssrc);
    }

    private static ByteBuffer header(ByteBuffer out, int type, int count, int length) {
        return out.put((byte) (0x80 | count)).put((byte) type).putShort((short) (length / 4 - 1));
    }
}
