package org.hotline400.sip.internal.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.timing.Timers;
import org.hotline400.sip.internal.tls.TlsContexts;

/// All sockets of one loop: UDP and TCP on one port, TLS on another.
final class Sockets {

    /// A free UDP port may be taken on TCP: then another is tried.
    private static final int ATTEMPTS = 20;

    /// What they are to be.
    ///
    /// @param tlsPort where TLS is listened to; empty: nowhere
    record Plan(InetSocketAddress wanted, OptionalInt tlsPort, StreamTimes times) {}

    private final UdpPort udp;
    private final TcpPort tcp;
    private final TcpPort tls;
    private final Selector selector;

    private Sockets(UdpPort udp, TcpPort tcp, TcpPort tls, Selector selector) {
        this.udp = udp;
        this.tcp = tcp;
        this.tls = tls;
        this.selector = selector;
    }

    /// @throws IOException naming the address and the fix
    static Sockets bind(Plan plan) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(plan);
            } catch (IOException | RuntimeException e) {
                if (plan.wanted().getPort() != 0 || attempt == ATTEMPTS) {
                    throw new IOException(complaint(plan, e), e);
                }
            }
        }
    }

    private static String complaint(Plan plan, Exception cause) {
        InetSocketAddress wanted = plan.wanted();
        String tls = plan.tlsPort().isEmpty()
                ? ""
                : " or, for TLS, port " + plan.tlsPort().getAsInt();
        return "SIP cannot listen on " + wanted.getHostString() + ":" + wanted.getPort() + tls + " ("
                + cause.getMessage() + "): stop what uses the port, or bind another address or port";
    }

    private static Sockets once(Plan plan) throws IOException {
        UdpPort udp = UdpPort.open(plan.wanted());
        TcpPort tcp = null;
        TcpPort tls = null;
        try {
            tcp = TcpPort.listening(Transport.TCP, udp.address(), TcpLimits.USUAL, plan.times());
            tls = tls(plan, udp.address().getAddress());
            Selector selector = Selector.open();
            udp.register(selector);
            tcp.register(selector);
            tls.register(selector);
            return new Sockets(udp, tcp, tls, selector);
        } catch (IOException | RuntimeException e) {
            udp.close();
            if (tcp != null) {
                tcp.close();
            }
            if (tls != null) {
                tls.close();
            }
            throw e;
        }
    }

    private static TcpPort tls(Plan plan, InetAddress host) throws IOException {
        return plan.tlsPort().isEmpty()
                ? TcpPort.outgoing(Transport.TLS, TcpLimits.USUAL, plan.times())
                : TcpPort.listening(
                        Transport.TLS,
                        new InetSocketAddress(host, plan.tlsPort().getAsInt()),
                        TcpLimits.USUAL,
                        plan.times());
    }

    InetSocketAddress address() throws IOException {
        return udp.address();
    }

    Optional<InetSocketAddress> tlsAddress() throws IOException {
        return Optional.ofNullable(tls.address());
    }

    int connections() {
        return tcp.connections() + tls.connections();
    }

    void start(Receiver messages, Timers timers, TlsWork work, TlsContexts contexts) {
        tcp.start(messages, timers);
        tls.start(messages, timers);
        tls.pipes((channel, peer, ours, resume) -> {
            TlsPipe.Engines engines =
                    ours ? () -> contexts.connecting(peer.getHostString(), peer.getPort()) : contexts::accepting;
            return new TlsPipe(channel, work, engines, resume);
        });
    }

    /// @return whether the socket was read empty
    boolean readDatagrams(Receiver receiver) throws IOException {
        return udp.read(receiver);
    }

    /// Serves a listener or a connection that is ready.
    void ready(SelectionKey key) throws IOException {
        switch (key.attachment()) {
            case TcpPort port -> port.accept();
            case TcpConnection connection -> connection.ready();
            default -> throw new IllegalStateException("a key of no socket of ours");
        }
    }

    /// What could not be served now must not come up again in each turn.
    void failed(SelectionKey key) {
        if (key.attachment() instanceof TcpConnection connection) {
            connection.close("it could not be served");
        }
    }

    Selector selector() {
        return selector;
    }

    void send(SipHop hop, byte[] message, Executor later, Runnable failed) {
        switch (hop.transport()) {
            case UDP -> {
                if (!udp.send(hop.address(), message)) {
                    later.execute(failed);
                }
            }
            case TCP -> tcp.send(hop.address(), message, why -> later.execute(failed));
            case TLS -> tls.send(hop.address(), message, why -> later.execute(failed));
            case WS, WSS -> throw new IllegalArgumentException("a WebSocket is no socket of ours");
        }
    }

    void close() throws IOException {
        udp.close();
        tcp.close();
        tls.close();
        selector.close();
    }
}
