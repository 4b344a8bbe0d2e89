package org.hotline400.sip.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.internal.text.NameAddressReader;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.Via;
import org.hotline400.sip.internal.wire.WireRequest;

/// What a request must satisfy before anybody looks at it (RFC 3261 §8.1.1, §8.2, §16.3).
final class RequestChecks {

    private static final List<HeaderId> MANDATORY =
            List.of(HeaderId.FROM, HeaderId.TO, HeaderId.CALL_ID, HeaderId.CSEQ);

    /// Methods that are known but have no place outside a dialog here.
    private static final Set<String> NOT_ALLOWED = Set.of("SUBSCRIBE", "NOTIFY", "PUBLISH", "REFER", "PRACK");

    private static final Set<String> FOR_THE_APPLICATION = Set.of("INVITE", "OPTIONS", "REGISTER", "MESSAGE");

    private RequestChecks() {}

    /// The topmost Via, when an answer can find its way by it.
    static Optional<Via> answerableVia(WireRequest request) {
        String via = request.first(HeaderId.VIA);
        if (via == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(Via.parse(via));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// A fault that shows before a transaction can be made; empty when there is none.
    static Optional<SipReply> fault(WireRequest request) {
        for (HeaderId id : MANDATORY) {
            if (request.lines(id) != 1) {
                String phrase = (request.lines(id) == 0 ? "Missing " : "Repeated ") + id.wireName();
                return Optional.of(SipReply.of(400, phrase));
            }
        }
        return badValue(request);
    }

    private static Optional<SipReply> badValue(WireRequest request) {
        try {
            CSeq cseq = CSeq.parse(request.need(HeaderId.CSEQ));
            if (!cseq.method().equals(request.method())) {
                return Optional.of(SipReply.of(400, "CSeq Names Another Method"));
            }
        } catch (IllegalArgumentException e) {
            return Optional.of(SipReply.of(400, "Bad CSeq"));
        }
        for (HeaderId id : List.of(HeaderId.FROM, HeaderId.TO)) {
            if (!isAddress(request.need(id))) {
                return Optional.of(SipReply.of(400, "Bad " + id.wireName()));
            }
        }
        return Optional.empty();
    }

    /// Whether this is an address of any scheme: `name <uri>;parameters` or `uri;parameters`.
    private static boolean isAddress(String value) {
        try {
            int open = org.hotline400.sip.internal.text.Quoting.indexOf(value, '<', 0);
            if (open < 0) {
                int semicolon = value.indexOf(';');
                NameAddressReader.parameters(semicolon < 0 ? "" : value.substring(semicolon));
                String uri = semicolon < 0 ? value : value.substring(0, semicolon);
                return uri.indexOf(':') > 0
                        && uri.indexOf('"') < 0
                        && uri.strip().indexOf(' ') < 0;
            }
            int close = value.indexOf('>', open);
            NameAddressReader.parameters(close < 0 ? "" : value.substring(close + 1));
            return close > 0 && value.substring(open, close).indexOf(':') > 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// Why a request outside any dialog is refused before the application sees it; empty when it is not.
    static Optional<SipReply> refusal(WireRequest request) {
        String method = request.method();
        if (!FOR_THE_APPLICATION.contains(method)) {
            return Optional.of(
                    switch (method) {
                        case "BYE", "INFO", "UPDATE" -> SipReply.of(481, "Call/Transaction Does Not Exist");
                        default ->
                            NOT_ALLOWED.contains(method)
                                    ? SipReply.of(405, "Method Not Allowed")
                                    : SipReply.of(501, "Not Implemented");
                    });
        }
        return badTarget(request)
                .or(() -> badForwards(request))
                .or(() -> badExtension(request))
                .or(() -> badBody(request));
    }

    private static Optional<SipReply> badTarget(WireRequest request) {
        String target = request.target();
        int colon = target.indexOf(':');
        String scheme = colon < 0 ? "" : target.substring(0, colon).toLowerCase(java.util.Locale.ROOT);
        if (!scheme.equals("sip") && !scheme.equals("sips") && !scheme.equals("tel")) {
            return Optional.of(SipReply.of(416, "Unsupported URI Scheme"));
        }
        try {
            request.uri();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(SipReply.of(400, "Bad Request-URI"));
        }
    }

    private static Optional<SipReply> badForwards(WireRequest request) {
        String forwards = request.first(HeaderId.MAX_FORWARDS);
        if (forwards == null) {
            return Optional.empty();
        }
        if (forwards.isEmpty()
                || forwards.length() > 3
                || !forwards.chars().allMatch(c -> c >= '0' && c <= '9')
                || Integer.parseInt(forwards) > 255) {
            return Optional.of(SipReply.of(400, "Bad Max-Forwards"));
        }
        return Integer.parseInt(forwards) == 0 ? Optional.of(SipReply.of(483, "Too Many Hops")) : Optional.empty();
    }

    /// We have no extension that a peer may require.
    private static Optional<SipReply> badExtension(WireRequest request) {
        List<String> required = request.all(HeaderId.REQUIRE);
        List<String> all = required.isEmpty() ? request.all(HeaderId.PROXY_REQUIRE) : required;
        if (all.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(SipReply.of(420, "Bad Extension").with("Unsupported", String.join(", ", all)));
    }

    /// An INVITE's body must be a session description that we can read (RFC 3261 §8.2.3): another one must not be
    /// taken for a call without offer.
    private static Optional<SipReply> badBody(WireRequest request) {
        boolean unread = request.body().isPresent()
                && (request.sdp().isEmpty() || request.first(HeaderId.CONTENT_ENCODING) != null);
        return unread && request.method().equals("INVITE")
                ? Optional.of(SipReply.of(415, "Unsupported Media Type").with("Accept", "application/sdp"))
                : Optional.empty();
    }
}
