package org.hotline400.sip.internal.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline400.sip.OutgoingCall;
import org.hotline400.sip.OutgoingRequest;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipSessions;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.MessageParser;
import org.hotline400.sip.internal.wire.MessageWriter;
import org.hotline400.sip.internal.wire.Parsed;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;

/// First requests, and responses nobody sent.
final class Drafts {

    private Drafts() {}

    static Draft invite(OutgoingCall call, String callId, String tag, SipSessions sessions) {
        var headers = new ArrayList<>(call.headers());
        headers.removeIf(Drafts::isRoute);
        headers.addAll(Abilities.HEADERS);
        headers.addAll(SessionTerms.wish(sessions));
        List<String> routes = call.headers().stream()
                .filter(Drafts::isRoute)
                .map(SipHeader::value)
                .toList();
        var counter = new AtomicLong();
        return new Draft(
                "INVITE",
                call.target().toString(),
                routes.isEmpty() ? call.target().toString() : Dialog.address(routes.getFirst()),
                routes,
                call.from() + ";tag=" + tag,
                call.to(),
                callId,
                counter::incrementAndGet,
                call.maxForwards(),
                true,
                headers,
                call.sdp().isEmpty() ? null : SipBody.sdp(call.sdp()),
                call.account(),
                call.nextHop());
    }

    /// Routes are no plain headers: CANCEL and the ACK of a refusal carry them too (RFC 3261 §9.1, §17.1.1.3).
    private static boolean isRoute(SipHeader header) {
        return header.name().equalsIgnoreCase("Route");
    }

    /// @param sequence where its numbers start: a registration's keep growing (RFC 3261 §10.2)
    static Draft request(OutgoingRequest request, AtomicLong sequence) {
        return new Draft(
                request.method(),
                request.target().toString(),
                request.target().toString(),
                List.of(),
                request.from() + ";tag=" + Identity.mark(),
                request.to(),
                request.callId().orElseGet(Identity::callId),
                sequence::incrementAndGet,
                70,
                false,
                request.headers(),
                request.body().orElse(null),
                request.account(),
                request.nextHop());
    }

    /// The request as the application sees it, before its hop is known.
    static WireRequest preview(Draft draft, Identity identity) {
        MessageWriter writer = MessageWriter.request(draft.method(), draft.uri())
                .header(HeaderId.VIA, identity.via(Transport.UDP, Identity.branch()))
                .header(HeaderId.MAX_FORWARDS, Integer.toString(draft.maxForwards()))
                .header(HeaderId.FROM, draft.from())
                .header(HeaderId.TO, draft.to())
                .header(HeaderId.CALL_ID, draft.callId())
                .header(HeaderId.CSEQ, "1 " + draft.method())
                .header(HeaderId.CONTACT, identity.contact(Transport.UDP, false))
                .headers(draft.headers());
        return switch (MessageParser.parse(writer.finish(draft.body()))) {
            case Parsed.Request parsed -> parsed.request();
            case Parsed.Response _ -> throw new IllegalStateException("a request was written");
            case Parsed.Malformed malformed -> throw new IllegalArgumentException(malformed.why());
        };
    }

    /// The response that a silence or a broken transport counts as (RFC 3261 §8.1.3.1).
    static WireResponse madeUp(WireRequest request, int status, String phrase) {
        byte[] bytes = MessageWriter.response(status, phrase)
                .header(HeaderId.VIA, request.need(HeaderId.VIA))
                .header(HeaderId.FROM, request.need(HeaderId.FROM))
                .header(HeaderId.TO, request.need(HeaderId.TO))
                .header(HeaderId.CALL_ID, request.need(HeaderId.CALL_ID))
                .header(HeaderId.CSEQ, request.need(HeaderId.CSEQ))
                .finish(null);
        if (MessageParser.parse(bytes) instanceof Parsed.Response parsed) {
            return parsed.response();
        }
        throw new IllegalStateException("a response was written");
    }

    /// The hop that was chosen for the INVITE, when the dialog is to stay on it; else empty.
    ///
    /// @param host,port whom we called
    static Optional<SipHop> pinned(WireResponse response, String host, int port, Optional<SipHop> nextHop) {
        // Nobody can connect to a browser: what it names as its Contact leads nowhere (RFC 7118 §5).
        boolean stays =
                nextHop.filter(hop -> hop.transport().isWebSocket()).isPresent() || sameTarget(response, host, port);
        return stays ? nextHop : Optional.empty();
    }

    /// Whether the answer's Contact is the very target we called: what was sent over a chosen hop stays on it.
    private static boolean sameTarget(WireResponse response, String host, int port) {
        String contact = response.first(HeaderId.CONTACT);
        if (contact == null) {
            return true;
        }
        try {
            SipUri uri = SipUri.parse(Dialog.address(contact));
            return uri.host().equalsIgnoreCase(host) && uri.port() == port;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
