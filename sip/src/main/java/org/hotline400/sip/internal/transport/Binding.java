package org.hotline400.sip.internal.transport;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;

/// Binds UDP and TCP to the same port.
final class Binding {

    /// A free UDP port may be taken on TCP: then another is tried.
    private static final int ATTEMPTS = 20;

    private Binding() {}

    interface Maker {
        EventLoop make(UdpPort udp, TcpPort tcp, Selector selector, InetSocketAddress address);
    }

    static EventLoop bind(InetSocketAddress wanted, Maker maker) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(wanted, maker);
            } catch (IOException | RuntimeException e) {
                if (wanted.getPort() != 0 || attempt == ATTEMPTS) {
                    throw new IOException(complaint(wanted, e), e);
                }
            }
        }
    }

    private static String complaint(InetSocketAddress wanted, Exception cause) {
        return "SIP cannot listen on " + wanted.getHostString() + ":" + wanted.getPort() + " (" + cause.getMessage()
                + "): stop what uses the port, or bind another address or port";
    }

    private static EventLoop once(InetSocketAddress wanted, Maker maker) throws IOException {
        UdpPort udp = UdpPort.open(wanted);
        TcpPort tcp = null;
        try {
            InetSocketAddress address = udp.address();
            tcp = TcpPort.open(address, TcpLimits.USUAL);
            Selector selector = Selector.open();
            udp.register(selector);
            tcp.register(selector);
            return maker.make(udp, tcp, selector, address);
        } catch (IOException | RuntimeException e) {
            udp.close();
            if (tcp != null) {
                tcp.close();
            }
            throw e;
        }
    }
}
