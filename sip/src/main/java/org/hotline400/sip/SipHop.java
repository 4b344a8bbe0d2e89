package org.hotline400.sip;

import java.net.InetSocketAddress;

/// One hop to send a message to.
public record SipHop(Transport transport, InetSocketAddress address) {}
