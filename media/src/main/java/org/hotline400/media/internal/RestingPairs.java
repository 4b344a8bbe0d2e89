package org.hotline400.media.internal;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Port pairs of calls that are over, still bound and watched by one media thread, ready for the next call there.
///
/// A pair that has rested long enough is taken before one that must be bound; so is any once half as many rest as may.
final class RestingPairs {
    /// Of all threads together.
    private static final int MOST = 1024;
    private static final Duration REST = Duration.ofSeconds(5);

    private final int most;
    private final int enough;
    private final Deque<Resting> resting = new ArrayDeque<>();
    private boolean closed;

    private record Resting(SocketPair sockets, long since) {
        boolean longEnough() {
            return System.nanoTime() - since >= REST.toNanos();
        }
    }

    RestingPairs(int most) {
        this.most = most;
        // Half of them are left for calls that end sooner than others begin.
        this.enough = (most + 1) / 2;
    }

    /// One for each of so many threads; all together keep an eighth of the range, 1,024 pairs at most.
    ///
    /// @param pairs in the range
    static List<RestingPairs> shared(int pairs, int threads) {
        int all = Math.min(MOST, pairs / 8);
        List<RestingPairs> shares = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            shares.add(new RestingPairs(all / threads + (i < all % threads ? 1 : 0)));
        }
        return shares;
    }

    /// Keeps the sockets for the next call.
    ///
    /// @return false when enough rest already: then they are to be closed and their port given back
    synchronized boolean rest(SocketPair sockets) {
        if (closed || resting.size() >= most) {
            return false;
        }
        resting.addLast(new Resting(sockets, System.nanoTime()));
        return true;
    }

    /// A pair to be taken before another is bound; null when none has rested enough.
    synchronized @Nullable SocketPair rested() {
        Resting longest = resting.peekFirst();
        boolean ready = longest != null && (resting.size() >= enough || longest.longEnough());
        return ready ? longest() : null;
    }

    /// The pair that has rested longest, however short; null when none rests.
    synchronized @Nullable SocketPair longest() {
        Resting longest = resting.pollFirst();
        return longest == null ? null : longest.sockets();
    }

    synchronized int count() {
        return resting.size();
    }

    /// Closes what rests; from now on nothing does.
    void close() {
        closeResting().forEach(each -> each.sockets().close());
    }

    private synchronized List<Resting> closeResting() {
        closed = true;
        List<Resting> last = List.copyOf(resting);
        resting.clear();
        return last;
    }
}
