package org.hotline400.sip.internal;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.text.Literals;
import org.hotline400.sip.internal.transaction.Outlet;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.MessageParser;
import org.hotline400.sip.internal.wire.Parsed;
import org.hotline400.sip.internal.wire.Via;

/// Gives a response whose connection is gone another chance: a new connection to where the topmost Via says that its
/// sender listens (RFC 3261 §18.2.2, RFC 3263 §5).
record ReturningOutlet(Outlet outlet) implements Outlet {

    @Override
    public void send(SipHop hop, byte[] message, Runnable failed) {
        boolean returns = hop.transport().isReliable() && !hop.transport().isWebSocket() && isResponse(message);
        outlet.send(hop, message, returns ? () -> again(hop, message, failed) : failed);
    }

    private static boolean isResponse(byte[] message) {
        return message.length > 4 && message[0] == 'S' && message[1] == 'I' && message[2] == 'P' && message[3] == '/';
    }

    private void again(SipHop broken, byte[] message, Runnable failed) {
        Optional<SipHop> listener = listener(broken, message).filter(hop -> !hop.equals(broken));
        if (listener.isPresent()) {
            outlet.send(listener.get(), message, failed);
        } else {
            failed.run();
        }
    }

    private static Optional<SipHop> listener(SipHop broken, byte[] message) {
        if (!(MessageParser.parse(message) instanceof Parsed.Response parsed)) {
            return Optional.empty();
        }
        try {
            Via via = Via.parse(parsed.response().need(HeaderId.VIA));
            int port = via.port() < 0 ? broken.transport().defaultPort() : via.port();
            InetAddress source = broken.address().getAddress();
            InetAddress named = Literals.address(via.host()).isPresent()
                    ? source
                    : InetAddress.getByAddress(via.host(), source.getAddress());
            return Optional.of(new SipHop(broken.transport(), new InetSocketAddress(named, port)));
        } catch (IllegalArgumentException | UnknownHostException e) {
            return Optional.empty();
        }
    }
}
