package org.hotline400.media.internal;

import java.net.InetSocketAddress;

/// A peer that a pair of ports served before. It may go on sending for as long as the message that ends its call
/// is on its way, and is not to be taken for the next peer, which may well have the same IP address: a carrier's
/// gateway.
///
/// @param named where it wanted its RTP
/// @param audio where its RTP came from
/// @param reports where its RTCP came from, or was announced to come from
/// @param until media time
record Predecessor(InetSocketAddress named, InetSocketAddress audio, InetSocketAddress reports, long until) {
    /// So long a BYE is repeated (RFC 3261 §17.1.2.2, timer F), in samples.
    static final long MEMORY = 32 * 8000;

    Predecessor {
        // The usual case, and these are kept for long: one object serves for both.
        audio = audio.equals(named) ? named : audio;
    }

    boolean sentFrom(InetSocketAddress source) {
        return source.equals(audio) || source.equals(reports);
    }

    /// Whether what comes from one of its sources is still its own. A peer that names the same address again is the
    /// same one, and may send from where it did.
    ///
    /// @param peer where the peer of now wants its RTP
    boolean maySend(InetSocketAddress from, InetSocketAddress peer, long now) {
        return now < until && !named.equals(peer) && !from.equals(peer);
    }
}
