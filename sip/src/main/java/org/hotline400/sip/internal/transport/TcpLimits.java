package org.hotline400.sip.internal.transport;

/// How many TCP connections there may be at a time.
///
/// @param all in and out together
/// @param accepted those that others opened; the rest is kept for the connections that we open, so that strangers
///         cannot keep us from calling out
/// @param fromOneAddress those that one remote address opened; for IPv6 one /64, as whoever has one address there
///         has them all
record TcpLimits(int all, int accepted, int fromOneAddress) {

    static final TcpLimits USUAL = new TcpLimits(4096, 3584, 64);
}
