package org.hotline400.media.internal;

import java.nio.ByteBuffer;

/// The packet just received (RFC 3550 §5.1); one object per thread, overwritten by the next packet.
final class RtpPacket {
    static final int HEADER = 12;
    static final int LARGEST = 2048;

    final byte[] payload = new byte[LARGEST];
    int length;
    int payloadType;
    boolean marker;
    int sequence;
    int timestamp;
    int ssrc;

    /// Reads a datagram between position 0 and the limit.
    ///
    /// @return false when it is no valid RTP
    boolean parse(ByteBuffer datagram) {
        int size = datagram.limit();
        if (size < HEADER || (datagram.get(0) & 0xC0) != 0x80) {
            return false;
        }
        int flags = datagram.get(0);
        marker = datagram.get(1) < 0;
        payloadType = datagram.get(1) & 0x7F;
        sequence = datagram.getShort(2) & 0xFFFF;
        timestamp = datagram.getInt(4);
        ssrc = datagram.getInt(8);
        int from = HEADER + 4 * (flags & 15);
        if ((flags & 0x10) != 0) {
            if (from + 4 > size) {
                return false;
            }
            from += 4 + 4 * (datagram.getShort(from + 2) & 0xFFFF);
        }
        boolean padded = (flags & 0x20) != 0;
        int padding = padded ? datagram.get(size - 1) & 0xFF : 0;
        length = size - from - padding;
        if (length < 0 || (padded && padding == 0)) {
            return false;
        }
        datagram.get(from, payload, 0, length);
        return true;
    }
}
