package org.hotline400.sip;

import java.net.InetSocketAddress;

/// One hop to send a message to.
///
/// @param address resolved. When it was made from a host name (or with [java.net.InetAddress#getByAddress(String,
/// byte[])])
///     that name is whom a TLS peer's certificate must be for, else the address itself is (RFC 5922 §7.3).
public record SipHop(Transport transport, InetSocketAddress address) {}
