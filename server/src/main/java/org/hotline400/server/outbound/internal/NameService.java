package org.hotline400.server.outbound.internal;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/// Where names lead to.
interface NameService {
    /// The one of the operating system.
    NameService SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /// @param host a name, never an address
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
