package org.hotline400.media.internal;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.LongSupplier;
import org.hotline400.media.MediaSettings;
import org.hotline400.media.NoPortLeftException;
import org.jspecify.annotations.Nullable;

/// The RTP ports that are free, longest unused first: late packets of a call that is over must not reach a new one.
///
/// A port that another program holds is set aside for a while, so that not every call finds that out again.
final class PortRange {
    /// A port that could not be bound is not tried again for so long.
    static final Duration ASIDE = Duration.ofSeconds(30);

    private final MediaSettings settings;
    private final Binding binding;
    private final LongSupplier nanoTime;
    private final int pairs;
    private final Deque<Integer> free = new ArrayDeque<>();
    /// Those set aside first come first.
    private final Deque<Aside> aside = new ArrayDeque<>();
    /// Why a port could not be opened last, where it was not the port's fault; empty when that is over.
    private String trouble = "";

    /// Opens the sockets of a port.
    @FunctionalInterface
    interface Binding {
        SocketPair bind(InetAddress address, int port) throws IOException;
    }

    /// @param until as `nanoTime` counts
    private record Aside(int port, long until) {}

    PortRange(MediaSettings settings) {
        this(settings, SocketPair::bind, System::nanoTime);
    }

    PortRange(MediaSettings settings, Binding binding, LongSupplier nanoTime) {
        this.settings = settings;
        this.binding = binding;
        this.nanoTime = nanoTime;
        int even = settings.firstPort() + (settings.firstPort() & 1);
        for (int port = even; port < settings.lastPort(); port += 2) {
            free.add(port);
        }
        this.pairs = free.size();
    }

    /// How many pairs of ports it has, taken or not.
    int pairs() {
        return pairs;
    }

    /// Binds the first port that no other program holds.
    ///
    /// @param tries ports to try at most
    /// @return null when all tries failed, or none is left to try
    @Nullable
    SocketPair bind(int tries) {
        for (int left = tries; left > 0; left--) {
            Integer port = next();
            if (port == null) {
                return null;
            }
            try {
                return bound(binding.bind(settings.bind(), port));
            } catch (BindException e) {
                setAside(port);
            } catch (IOException e) {
                // Such as too many open files: the next port would not fare better.
                failed(port, e);
                return null;
            }
        }
        return null;
    }

    private synchronized SocketPair bound(SocketPair sockets) {
        trouble = "";
        return sockets;
    }

    private synchronized void setAside(int port) {
        aside.addLast(new Aside(port, nanoTime.getAsLong() + ASIDE.toNanos()));
    }

    private synchronized void failed(int port, IOException e) {
        free.addFirst(port);
        trouble = String.valueOf(e.getMessage());
    }

    private synchronized @Nullable Integer next() {
        if (free.isEmpty()) {
            trouble = "";
        }
        long now = nanoTime.getAsLong();
        for (Aside first = aside.peekFirst(); first != null && first.until() - now <= 0; first = aside.peekFirst()) {
            free.addLast(aside.removeFirst().port());
        }
        return free.pollFirst();
    }

    synchronized void giveBack(int port) {
        free.addLast(port);
    }

    /// Says why there is none.
    synchronized NoPortLeftException usedUp() {
        String where = settings.firstPort() + "-" + settings.lastPort() + " on "
                + settings.bind().getHostAddress();
        if (!trouble.isEmpty()) {
            return new NoPortLeftException("no RTP port can be opened in " + where + " (" + trouble + ")");
        }
        String why = aside.isEmpty()
                ? "all of them carry calls"
                : "other programs hold " + aside.size() + " of its " + pairs + " pairs, the others carry calls";
        return new NoPortLeftException("no RTP port left in " + where + "; widen the range (" + why + ")");
    }
}
