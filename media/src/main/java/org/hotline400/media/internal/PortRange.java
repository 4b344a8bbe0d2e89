package org.hotline400.media.internal;

import java.io.IOException;
import java.net.BindException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.hotline400.media.MediaSettings;
import org.hotline400.media.NoPortLeftException;
import org.jspecify.annotations.Nullable;

/// The RTP ports that are free, longest unused first: late packets of a call that is over must not reach a new one.
///
/// Some of them rest: still bound and watched, ready for the next call. A port that has rested long enough is taken
/// before one that must be bound; so is any once half as many rest as may.
final class PortRange {
    private static final int MOST_RESTING = 1024;
    private static final Duration REST = Duration.ofSeconds(5);

    private final MediaSettings settings;
    private final int mostResting;
    private final int enoughResting;
    private final Deque<Integer> free = new ArrayDeque<>();
    private final Deque<Resting> resting = new ArrayDeque<>();
    private boolean closed;

    private record Resting(SocketPair sockets, long since) {
        boolean longEnough() {
            return System.nanoTime() - since >= REST.toNanos();
        }
    }

    PortRange(MediaSettings settings) {
        this.settings = settings;
        int even = settings.firstPort() + (settings.firstPort() & 1);
        for (int port = even; port < settings.lastPort(); port += 2) {
            free.add(port);
        }
        mostResting = Math.min(MOST_RESTING, free.size() / 8);
        // Half of them are left for calls that end sooner than others begin.
        enoughResting = (mostResting + 1) / 2;
    }

    /// Takes a pair that has rested, or binds the first that no other program holds.
    SocketPair take() {
        SocketPair rested = rested();
        return rested != null ? rested : bind();
    }

    private SocketPair bind() {
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
        SocketPair tired = longestResting();
        if (tired != null) {
            return tired;
        }
        throw new NoPortLeftException("no RTP port left in " + settings.firstPort() + "-" + settings.lastPort() + " on "
                + settings.bind().getHostAddress() + "; widen the range (" + last.getMessage() + ")");
    }

    synchronized void giveBack(int port) {
        free.addLast(port);
    }

    /// Keeps the sockets for the next call.
    ///
    /// @return false when enough rest already: then they are to be closed and their port given back
    synchronized boolean rest(SocketPair sockets) {
        if (closed || resting.size() >= mostResting) {
            return false;
        }
        resting.addLast(new Resting(sockets, System.nanoTime()));
        return true;
    }

    /// How many pairs rest.
    synchronized int resting() {
        return resting.size();
    }

    /// Closes what rests, from now on at once.
    void close() {
        closeResting().forEach(each -> each.sockets().close());
    }

    private synchronized List<Resting> closeResting() {
        closed = true;
        List<Resting> last = List.copyOf(resting);
        resting.clear();
        return last;
    }

    private synchronized @Nullable SocketPair rested() {
        Resting longest = resting.peekFirst();
        boolean ready = longest != null && (resting.size() >= enoughResting || longest.longEnough());
        return ready ? longestResting() : null;
    }

    private synchronized @Nullable SocketPair longestResting() {
        Resting longest = resting.pollFirst();
        return longest == null ? null : longest.sockets();
    }

    private synchronized @Nullable Integer poll() {
        return free.pollFirst();
    }

    private synchronized int size() {
        return free.size();
    }
}
