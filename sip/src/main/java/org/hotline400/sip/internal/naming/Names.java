package org.hotline400.sip.internal.naming;

import java.net.InetAddress;
import java.util.List;
import java.util.function.Consumer;

/// Answers questions about names, on the loop's thread. What is unknown, and what could not be found out in time, is an
/// empty answer.
public interface Names {

    /// All addresses of a host (A and AAAA records).
    void addresses(String host, Consumer<List<InetAddress>> found);

    /// The servers of a service such as `_sip._udp.example.com` (SRV records), in no order.
    void services(String service, Consumer<List<Service>> found);
}
