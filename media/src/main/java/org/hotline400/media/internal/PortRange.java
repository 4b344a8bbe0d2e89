package org.hotline400.media.internal;

import java.io.IOException;
import java.net.BindException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.hotline400.media.MediaSettings;
import org.hotline400.media.NoPortLeftException;
import org.jspecify.annotations.Nullable;

/// The RTP ports that are free, longest unused first: late packets of a call that is over must not reach a new one.
final class PortRange {
    private final MediaSettings settings;
    private final Deque<Integer> free = new ArrayDeque<>();

    PortRange(MediaSettings settings) {
        this.settings = settings;
        int even = settings.firstPort() + (settings.firstPort() & 1);
        for (int port = even; port < settings.lastPort(); port += 2) {
            free.add(port);
        }
    }

    /// Binds the first pair that no other program holds.
    SocketPair take() {
        IOException last = new BindException("all of them carry calls");
        for (int tries = size(); tries > 0; tries--) {
            Integer port = poll();
            if (port == null) {
                break;
            }
            try {
                return SocketPair.bind(settings.bind(), port);
            } catch (IOException e) {
                giveBack(port);
                last = e;
            }
        }
        throw new NoPortLeftException("no RTP port left in " + settings.firstPort() + "-" + settings.lastPort() + " on "
                + settings.bind().getHostAddress() + "; widen the range (" + last.getMessage() + ")");
    }

    synchronized void giveBack(int port) {
        free.addLast(port);
    }

    private synchronized @Nullable Integer poll() {
        return free.pollFirst();
    }

    private synchronized int size() {
        return free.size();
    }
}
