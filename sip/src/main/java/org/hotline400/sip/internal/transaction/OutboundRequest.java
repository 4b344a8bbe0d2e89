package org.hotline400.sip.internal.transaction;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.MessageWriter;
import org.jspecify.annotations.Nullable;

/// A request as it goes out in one transaction; written once.
public final class OutboundRequest {

    /// RFC 3261 §18.1.1: what is longer may be cut to pieces on the way, and goes over TCP where it can.
    public static final int LONGEST_OVER_UDP = 1300;

    private final RequestHead head;
    private final SipHop hop;
    private final List<SipHeader> credentials;
    private final byte[] bytes;

    /// @param head what identifies it
    /// @param headers all further header fields
    public OutboundRequest(RequestHead head, List<SipHeader> headers, @Nullable SipBody body, SipHop hop) {
        this.head = head;
        this.hop = hop;
        this.credentials = credentials(headers);
        this.bytes = head.begin(head.method()).headers(headers).finish(body);
    }

    public RequestHead head() {
        return head;
    }

    public SipHop hop() {
        return hop;
    }

    /// Whether it is too long for UDP.
    public boolean isLong() {
        return bytes.length > LONGEST_OVER_UDP;
    }

    /// Its credentials, which its ACK repeats (RFC 3261 §22.1).
    public List<SipHeader> credentials() {
        return credentials;
    }

    private static List<SipHeader> credentials(List<SipHeader> headers) {
        List<SipHeader> found = List.of();
        for (SipHeader header : headers) {
            if (isCredentials(header)) {
                found = found.isEmpty() ? new ArrayList<>(2) : found;
                found.add(header);
            }
        }
        return found;
    }

    private static boolean isCredentials(SipHeader header) {
        String name = header.name();
        return name.equalsIgnoreCase("Authorization") || name.equalsIgnoreCase("Proxy-Authorization");
    }

    /// The message; not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    /// The parts of a request that ACK and CANCEL repeat (RFC 3261 §9.1, §17.1.1.3).
    ///
    /// @param via our Via value
    public record RequestHead(
            String method,
            String uri,
            String via,
            String branch,
            List<String> routes,
            String from,
            String to,
            String callId,
            long cseq,
            int maxForwards) {

        MessageWriter begin(String as) {
            return MessageWriter.request(as, uri)
                    .header(HeaderId.VIA, via)
                    .header(HeaderId.MAX_FORWARDS, Integer.toString(maxForwards))
                    .headers(HeaderId.ROUTE, routes)
                    .header(HeaderId.FROM, from)
                    .header(HeaderId.TO, to)
                    .header(HeaderId.CALL_ID, callId)
                    .header(HeaderId.CSEQ, cseq + " " + as);
        }

        /// The key responses are matched with (RFC 3261 §17.1.3).
        String key() {
            return branch + ' ' + method;
        }

        /// The ACK for a final response other than 2xx (RFC 3261 §17.1.1.3).
        ///
        /// @param credentials those of the INVITE (§22.1)
        byte[] ack(String toWithTag, List<SipHeader> credentials) {
            return new RequestHead(method, uri, via, branch, routes, from, toWithTag, callId, cseq, maxForwards)
                    .begin("ACK")
                    .headers(credentials)
                    .finish(null);
        }

        /// The head of the CANCEL for this request (RFC 3261 §9.1): same branch, same number.
        public RequestHead cancel() {
            return new RequestHead("CANCEL", uri, via, branch, routes, from, to, callId, cseq, maxForwards);
        }
    }
}
