package org.hotline400.media.internal;

import org.hotline400.media.Bridge;

/// What two streams that relay to each other have in common; ended from anywhere. It holds neither of them, so that
/// an application may keep it for as long as it likes.
final class BridgeLink implements Bridge {
    final long order;
    private volatile boolean closed;

    BridgeLink(long order) {
        this.order = order;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }
}
