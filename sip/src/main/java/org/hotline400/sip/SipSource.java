package org.hotline400.sip;

import java.net.InetSocketAddress;

/// Where a message really came from (not what its Via claims).
public record SipSource(Transport transport, InetSocketAddress address) {}
