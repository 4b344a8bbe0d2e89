package org.hotline400.media.internal;

/// What is counted of one stream, in its [Tally].
enum Count {
    /// RTP packets.
    SENT,
    /// Packets that were not heard: of another source, no RTP, or of no agreed kind.
    FOREIGN,
    /// RTP packets of the peer, without its duplicates.
    RECEIVED,
    /// By sequence number; one that still comes is taken off again.
    LOST,
    DUPLICATES,
    REORDERED,
    /// Runs of lost packets that are too long ago to be filled yet.
    BURSTS,
    /// Packets that came too late to be played.
    LATE,
    /// Sixteen times the jitter in samples, summed over so many packets, and the largest.
    JITTER,
    JITTER_SAMPLES,
    JITTER_MOST,
    /// Compound RTCP packets.
    REPORTS_SENT,
    REPORTS_RECEIVED,
    /// Not valid, or not from the peer.
    REPORTS_REFUSED
}
