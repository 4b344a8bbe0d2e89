package org.hotline400.media.internal;

import java.nio.ByteBuffer;

/// Takes finished packets to the peer.
interface Wire {

    /// An empty buffer to build the next packet in.
    ByteBuffer blank();

    /// Sends what was put into the buffer.
    void send(ByteBuffer packet);
}
