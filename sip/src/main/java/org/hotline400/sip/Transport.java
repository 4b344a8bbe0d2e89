package org.hotline400.sip;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// How SIP messages travel.
public enum Transport {
    UDP(5060, false, false),
    TCP(5060, true, false),
    /// TLS over TCP (RFC 3261 §26.2).
    TLS(5061, true, true),
    /// WebSocket (RFC 7118).
    WS(80, true, false),
    /// WebSocket over TLS (RFC 7118).
    WSS(443, true, true);

    private final int defaultPort;
    private final boolean reliable;
    private final boolean secure;
    private final String parameter = name().toLowerCase(Locale.ROOT);

    Transport(int defaultPort, boolean reliable, boolean secure) {
        this.defaultPort = defaultPort;
        this.reliable = reliable;
        this.secure = secure;
    }

    /// The port of a URI or Via that names none (RFC 3261 §18.2.2 and §19.1.2, RFC 7118 §4).
    public int defaultPort() {
        return defaultPort;
    }

    /// Whether it delivers by itself, on a connection: nothing is retransmitted over it (RFC 3261 §17.1.1.2), and an
    /// answer goes back on the connection that the request came on.
    public boolean isReliable() {
        return reliable;
    }

    /// Whether it is encrypted: good enough for a `sips` URI.
    public boolean isSecure() {
        return secure;
    }

    /// Whether its connections can only be opened by the other side.
    public boolean isWebSocket() {
        return this == WS || this == WSS;
    }

    /// Its name in a Via, such as `TLS`.
    public String viaToken() {
        return name();
    }

    /// The value of a URI's `transport` parameter, such as `tls`.
    public String parameter() {
        return parameter;
    }

    /// The transport with this value of a URI's `transport` parameter, in any case; empty when there is none here.
    public static Optional<Transport> ofParameter(String text) {
        return Arrays.stream(values())
                .filter(one -> one.parameter.equalsIgnoreCase(text))
                .findFirst();
    }
}
