package org.hotline400.sip;

import java.net.InetSocketAddress;

/// A WebSocket connection of subprotocol `sip` (RFC 7118), as a web container hands it over with
/// [SipStack#accept]. Its methods are called on the stack's loop: none may block.
public interface SipWebSocket {

    /// The other end of the connection, unlike that of every other open one: responses and requests find their
    /// way by it. Behind a web proxy its address is the browser's when the container takes the proxy's word for
    /// it, else the proxy's.
    InetSocketAddress remote();

    /// Whether the browser came over TLS (`wss:`).
    boolean secure();

    /// Sends one SIP message as one WebSocket message. A container that cannot keep up with a slow browser closes the
    /// connection; it does not wait.
    ///
    /// @param message text in UTF-8
    void send(byte[] message);

    /// Ends the connection.
    void close(String why);

    /// What the container tells the stack of its connection, from any thread.
    interface Feed {

        /// One WebSocket message came, text in UTF-8 or binary.
        void received(byte[] message);

        /// The connection is over.
        void closed();
    }
}
