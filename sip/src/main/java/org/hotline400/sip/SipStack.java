package org.hotline400.sip;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/// A running SIP endpoint: its sockets, its loop, its legs. Made by [SipStacks#start]. All methods may be called
/// from any thread.
public interface SipStack extends AutoCloseable {

    /// The address the UDP and TCP sockets are bound to (the port is the real one even when 0 was asked for).
    InetSocketAddress address();

    /// The address the TLS socket is bound to; empty when TLS is not listened to.
    Optional<InetSocketAddress> tlsAddress();

    /// Places a call. Returns at once; what becomes of it arrives at `listener` on the loop's thread, ending with
    /// [LegEvent.Rejected] or [LegEvent.Ended]. A 401/407 challenge is answered once when the call carries
    /// credentials. A stack that is closed or cannot keep up rejects it with 503, heard on a thread of its own.
    OutgoingLeg invite(OutgoingCall call, LegListener listener);

    /// Takes over a WebSocket connection of a web container: from now on it carries SIP both ways (RFC 7118), and
    /// [SipSource]s and [SipHop]s with its [SipWebSocket#remote] mean it.
    SipWebSocket.Feed accept(SipWebSocket connection);

    /// Sends a request outside any dialog (OPTIONS, REGISTER, MESSAGE) and completes with its final response. Never
    /// fails: a peer that stays silent gives 408, a transport error, or the closing of the stack, gives 503
    /// (RFC 3261 §8.1.3.1). A challenge is answered once when credentials are given. A request that has
    /// taken longer than its patience is not sent again.
    CompletableFuture<SipResponse> request(OutgoingRequest request);

    /// The messages seen and sent for one SIP Call-ID, oldest first, with times; bounded per call, forgotten some
    /// minutes after the end.
    List<TracedMessage> trace(String callId);

    /// From now on each new INVITE is answered 503 with Retry-After; what is under way goes on.
    void refuseNewCalls();

    SipStatistics statistics();

    /// The sources whose messages are dropped unread just now, the latest ban first.
    List<Ban> bans();

    /// Lifts a ban before its time.
    ///
    /// @return false when none covers this address
    boolean pardon(InetAddress source);

    /// Ends every leg (BYE or CANCEL), waits at most [SipSettings#closingTime] for the answers and closes the
    /// sockets. Idempotent.
    @Override
    void close();
}
