package org.hotline400.sip.internal.dialog;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipSource;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.internal.text.Literals;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/// Peers whose Contact is not where they can be reached: behind a NAT, or on a TCP connection that they opened.
public final class Nat {

    private Nat() {}

    /// Where requests inside the dialog go instead of to the Contact. Empty when the Contact is good: the caller
    /// came through a proxy, or over UDP from the very place that its Contact names.
    static Optional<SipHop> hopBehind(Inbound inbound) {
        WireRequest invite = inbound.request();
        boolean direct = invite.all(HeaderId.VIA).size() == 1
                && invite.all(HeaderId.RECORD_ROUTE).isEmpty();
        if (!direct) {
            return Optional.empty();
        }
        SipSource source = inbound.source();
        boolean translated =
                !Literals.isSame(inbound.via().host(), source.address().getAddress());
        boolean same = translated && inbound.via().host().equalsIgnoreCase(contactHost(invite));
        return source.transport().isReliable() || same
                ? Optional.of(new SipHop(source.transport(), source.address()))
                : Optional.empty();
    }

    /// Whether a Contact names a private address (RFC 1918) though its owner was met at a public one.
    static boolean isHidden(String contact, SipHop met) {
        try {
            boolean isPrivate = Literals.address(SipUri.parse(contact).host())
                    .filter(InetAddress::isSiteLocalAddress)
                    .isPresent();
            return isPrivate && !met.address().getAddress().isSiteLocalAddress();
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static @Nullable String contactHost(WireRequest invite) {
        try {
            String contact = invite.first(HeaderId.CONTACT);
            return contact == null
                    ? null
                    : SipUri.parse(Dialog.address(contact)).host();
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /// Where a response to this request goes (RFC 3261 §18.2.2, RFC 3581 §4).
    public static SipHop responseHop(SipSource source, org.hotline400.sip.internal.wire.Via via) {
        if (source.transport().isReliable() || via.wantsSourcePort()) {
            return new SipHop(source.transport(), source.address());
        }
        int port = via.port() < 0 ? source.transport().defaultPort() : via.port();
        return new SipHop(
                source.transport(), new InetSocketAddress(source.address().getAddress(), port));
    }
}
