package org.hotline400.media.internal;

import java.nio.ByteBuffer;

/// Room for the packet or frame in hand. Each thread has one set, for nothing in it is used beyond the method that
/// took it: thousands of streams need not have each their own.
final class Workbench {
    private static final ThreadLocal<Workbench> MINE = ThreadLocal.withInitial(Workbench::new);

    /// The next packet to be sent.
    final ByteBuffer packet = ByteBuffer.allocateDirect(RtpPacket.LARGEST);
    /// The next report to be sent.
    final ByteBuffer report = ByteBuffer.allocateDirect(ControlPacket.LARGEST);
    /// The report just received.
    final ControlPacket control = new ControlPacket();
    /// A payload in another law.
    final byte[] codes = new byte[RtpPacket.LARGEST];
    /// A frame being played or pressed.
    final short[] frame = new short[MediaTime.FRAME];
    /// A frame being listened to.
    final short[] heard = new short[MediaTime.FRAME];
    /// A frame of a recording: what the peer said, and what it heard.
    final byte[] left = new byte[MediaTime.FRAME];

    final byte[] right = new byte[MediaTime.FRAME];
    final byte[] stereo = new byte[FrameRing.FRAME_BYTES];

    private Workbench() {}

    static Workbench mine() {
        return MINE.get();
    }
}
