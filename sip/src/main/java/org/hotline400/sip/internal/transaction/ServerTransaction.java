package org.hotline400.sip.internal.transaction;

/// A server transaction (RFC 3261 §17.2).
public sealed interface ServerTransaction permits InviteServer, OtherServer {

    /// The request came again.
    void receivedAgain();

    /// Sends a response.
    ///
    /// @param status of the response in `message`
    void respond(int status, byte[] message);

    /// Whether a final response has been sent.
    boolean answered();

    /// Stops at once.
    void terminate();
}
