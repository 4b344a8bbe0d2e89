package org.hotline400.sip.internal.dialog;

import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.HexFormat;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.wire.Via;

/// How we write ourselves into messages, and the random marks we make.
///
/// @param advertised the host and port others reach us at
/// @param userAgent the User-Agent and Server header
public record Identity(InetSocketAddress advertised, String userAgent) {

    private static final SecureRandom RANDOM = new SecureRandom();

    /// `host:port`, IPv6 in brackets.
    public String sentBy() {
        String host = advertised.getHostString();
        return (host.indexOf(':') >= 0 ? "[" + host + "]" : host) + ':' + advertised.getPort();
    }

    /// Our Contact value for a peer behind this transport.
    public String contact(Transport transport) {
        return transport == Transport.UDP
                ? "<sip:" + sentBy() + ">"
                : "<sip:" + sentBy() + ";transport=" + transport.parameter() + ">";
    }

    /// A Via value with a fresh branch (RFC 3261 §8.1.1.7) that asks for the source port (RFC 3581).
    public String via(Transport transport, String branch) {
        return "SIP/2.0/" + transport.viaToken() + ' ' + sentBy() + ";rport;branch=" + branch;
    }

    public static String branch() {
        return Via.MAGIC + mark();
    }

    /// 64 random bits: a tag, a client nonce.
    public static String mark() {
        return HexFormat.of().toHexDigits(RANDOM.nextLong());
    }

    /// A Call-ID nobody else makes.
    public static String callId() {
        return mark() + mark();
    }
}
