package org.hotline400.media.internal;

/// Turns telephone event packets into keys, each told once at its first packet that comes, whichever that is.
final class KeyReceiver {
    /// Some senders wrongly move the timestamp on with every update; two presses are never this close.
    private static final int SAME_PRESS = 2 * MediaTime.FRAME;
    /// A key held beyond what a packet can say goes on in a new segment (RFC 4733 §2.5.1.3).
    private static final int SEGMENT = 0xFFFF;
    /// A late packet of an earlier press is this old at most; what seems older is a stream that began anew.
    private static final int OLDEST = 10 * 8000;

    private boolean any;
    private int ssrc;
    private int timestamp;
    private int code;

    /// @return the key pressed, or 0 when the packet says nothing new
    char accept(RtpPacket packet) {
        if (packet.length < 4) {
            return 0;
        }
        int event = packet.payload[0] & 0xFF;
        int since = packet.timestamp - timestamp;
        boolean sameStream = any && packet.ssrc == ssrc;
        if (sameStream && since <= 0 && since > -OLDEST) {
            return 0;
        }
        boolean goesOn =
                sameStream && event == code && !packet.marker && since > 0 && (since <= SAME_PRESS || since == SEGMENT);
        any = true;
        ssrc = packet.ssrc;
        timestamp = packet.timestamp;
        code = event;
        return goesOn ? 0 : Keys.key(event);
    }
}
