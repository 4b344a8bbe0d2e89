package org.hotline400.bench.media;

/// The header of one stream that the generator sends (RFC 3550 §5.1).
final class RtpNumbers {
    private final int ssrc;
    private int sequence;
    private int timestamp;

    /// @param ssrc also sets where the numbers begin, so that a failure can be repeated
    RtpNumbers(int ssrc) {
        this.ssrc = ssrc;
        this.sequence = ssrc * 31 & 0x7FFF;
        this.timestamp = ssrc * 0x9E3779B1;
    }

    int ssrc() {
        return ssrc;
    }

    int sequence() {
        return sequence & 0xFFFF;
    }

    int timestamp() {
        return timestamp;
    }

    void packetSent() {
        sequence++;
        frameOver();
    }

    /// Twenty milliseconds have passed in which nothing was sent.
    void frameOver() {
        timestamp += StampedPacket.FRAME_SAMPLES;
    }
}
