package org.hotline400.media;

/// What passed through one port.
///
/// @param sent RTP packets sent
/// @param received RTP packets taken from the peer
/// @param lost packets of the peer that never came, by sequence number
/// @param foreign packets dropped because they came from another source or were no RTP
public record StreamStatistics(long sent, long received, long lost, long foreign) {}
