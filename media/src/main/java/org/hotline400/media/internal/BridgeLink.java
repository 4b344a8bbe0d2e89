package org.hotline400.media.internal;

import org.hotline400.media.Bridge;

/// Two streams that relay to each other; made and used on their common media thread, ended from anywhere.
final class BridgeLink implements Bridge {
    final Stream first;
    final Stream second;
    final long order;
    private volatile boolean closed;

    BridgeLink(Stream first, Stream second, long order) {
        this.first = first;
        this.second = second;
        this.order = order;
    }

    @Override
    public void close() {
        closed = true;
    }

    boolean closed() {
        return closed;
    }

    Stream other(Stream stream) {
        return stream == first ? second : first;
    }
}
