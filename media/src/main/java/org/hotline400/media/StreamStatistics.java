package org.hotline400.media;

/// What passed through one port.
///
/// @param sent RTP packets sent
/// @param received RTP packets taken from the peer, whatever they carried, duplicates not counted
/// @param lost packets of the peer that never came (so far), by sequence number
/// @param foreign packets that were not heard because they came from another source, were no RTP or of no
///     agreed payload type; those that the system drops by itself once the source is known are not seen and not
///     counted
public record StreamStatistics(long sent, long received, long lost, long foreign) {}
