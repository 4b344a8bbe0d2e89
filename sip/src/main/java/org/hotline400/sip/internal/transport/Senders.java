package org.hotline400.sip.internal.transport;

import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/// The addresses that messages came from of late: all messages of one peer share one, for what a call leaves behind
/// keeps several. A flood from many addresses only makes them strangers again.
final class Senders {
    private static final int PLACES = 1024;

    private final @Nullable InetSocketAddress[] places = new InetSocketAddress[PLACES];

    /// An equal address, the one that was seen before where it is still known.
    InetSocketAddress known(InetSocketAddress from) {
        int hash = from.hashCode();
        int place = (hash ^ (hash >>> 16)) & (PLACES - 1);
        InetSocketAddress before = places[place];
        if (before != null && before.equals(from)) {
            return before;
        }
        places[place] = from;
        return from;
    }
}
