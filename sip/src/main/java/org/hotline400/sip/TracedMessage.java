package org.hotline400.sip;

import java.net.InetSocketAddress;
import java.time.Instant;

/// One message of a call's ladder.
///
/// @param sent true when we sent it, false when it came in
/// @param text the whole message; the values of Authorization and Proxy-Authorization are masked
public record TracedMessage(Instant at, boolean sent, Transport transport, InetSocketAddress peer, String text) {}
