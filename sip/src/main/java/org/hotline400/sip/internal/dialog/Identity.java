package org.hotline400.sip.internal.dialog;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.text.Literals;
import org.hotline400.sip.internal.wire.Via;

/// How we write ourselves into messages, and the random marks we make.
public final class Identity {

    private static final Marks MARKS = new Marks();

    private final String userAgent;
    private final String sentBy;
    private final String sentByOverTls;

    /// @param advertised the host and port others reach us at over UDP and TCP
    /// @param tlsPort the port of the same host for TLS; `advertised`'s own when nobody can connect to us over TLS
    /// @param userAgent the User-Agent and Server header
    public Identity(InetSocketAddress advertised, int tlsPort, String userAgent) {
        InetAddress address = advertised.getAddress();
        String host = address != null && Literals.isSame(advertised.getHostString(), address)
                ? Literals.written(address)
                : advertised.getHostString();
        this.userAgent = userAgent;
        this.sentBy = Literals.bracketed(host) + ':' + advertised.getPort();
        this.sentByOverTls = Literals.bracketed(host) + ':' + tlsPort;
    }

    public String userAgent() {
        return userAgent;
    }

    /// `host:port`, IPv6 in brackets.
    public String sentBy(Transport transport) {
        return transport == Transport.TLS ? sentByOverTls : sentBy;
    }

    /// Our Contact value for a peer behind this transport.
    ///
    /// @param secured whether the request was to a `sips` URI: then ours is one too (RFC 3261 §8.1.1.8, §12.1.1)
    public String contact(Transport transport, boolean secured) {
        if (secured && transport.isSecure()) {
            String parameter = transport.isWebSocket() ? ";transport=ws" : "";
            return "<sips:" + sentBy(transport) + parameter + ">";
        }
        return transport == Transport.UDP
                ? "<sip:" + sentBy(transport) + ">"
                : "<sip:" + sentBy(transport) + ";transport=" + transport.parameter() + ">";
    }

    /// Whether this is a `sips` URI.
    public static boolean isSecured(String uri) {
        return uri.regionMatches(true, 0, "sips:", 0, 5);
    }

    /// A Via value with a fresh branch (RFC 3261 §8.1.1.7) that asks for the source port (RFC 3581).
    public String via(Transport transport, String branch) {
        return "SIP/2.0/" + transport.viaToken() + ' ' + sentBy(transport) + ";rport;branch=" + branch;
    }

    public static String branch() {
        return Via.MAGIC + mark();
    }

    /// 64 random bits: a tag, a client nonce.
    public static String mark() {
        return HexFormat.of().toHexDigits(MARKS.next());
    }

    /// A Call-ID nobody else makes.
    public static String callId() {
        return mark() + mark();
    }
}
