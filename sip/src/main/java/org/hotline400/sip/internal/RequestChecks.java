package org.hotline400.sip.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.internal.dialog.Abilities;
import org.hotline400.sip.internal.text.AddressCheck;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.Via;
import org.hotline400.sip.internal.wire.WireRequest;

/// What a request must satisfy before anybody looks at it (RFC 3261 §8.1.1, §8.2, §16.3).
final class RequestChecks {

    private static final List<HeaderId> MANDATORY =
            List.of(HeaderId.FROM, HeaderId.TO, HeaderId.CALL_ID, HeaderId.CSEQ);

    private static final List<HeaderId> PARTIES = List.of(HeaderId.FROM, HeaderId.TO);

    /// Methods that are known but have no place outside a dialog here.
    private static final Set<String> NOT_ALLOWED = Set.of("SUBSCRIBE", "NOTIFY", "PUBLISH", "REFER");

    private static final List<String> SESSION_RANGES = List.of("application/sdp", "application/*", "*/*");

    private static final Set<String> SCHEMES = Set.of("sip", "sips", "tel");

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
        return badSequence(request).or(() -> badAddresses(request));
    }

    private static Optional<SipReply> badSequence(WireRequest request) {
        try {
            CSeq cseq = CSeq.parse(request.need(HeaderId.CSEQ));
            return cseq.method().equals(request.method())
                    ? Optional.empty()
                    : Optional.of(SipReply.of(400, "CSeq Names Another Method"));
        } catch (IllegalArgumentException e) {
            return Optional.of(SipReply.of(400, "Bad CSeq"));
        }
    }

    private static Optional<SipReply> badAddresses(WireRequest request) {
        String via = request.need(HeaderId.VIA);
        int parameters = via.indexOf(';');
        if (parameters >= 0 && !AddressCheck.areParameters(via.substring(parameters))) {
            return Optional.of(SipReply.of(400, "Bad Via"));
        }
        for (HeaderId id : PARTIES) {
            if (!AddressCheck.isAddress(request.need(id))) {
                return Optional.of(SipReply.of(400, "Bad " + id.wireName()));
            }
        }
        boolean all = request.method().equals("REGISTER");
        return request.all(HeaderId.CONTACT).stream()
                        .allMatch(contact -> AddressCheck.isAddress(contact) || (all && contact.equals("*")))
                ? Optional.empty()
                : Optional.of(SipReply.of(400, "Bad Contact"));
    }

    /// Why a request outside any dialog is refused before the application sees it; empty when it is not.
    static Optional<SipReply> refusal(WireRequest request) {
        String method = request.method();
        if (!FOR_THE_APPLICATION.contains(method)) {
            return Optional.of(
                    switch (method) {
                        case "BYE", "INFO", "UPDATE", "PRACK" -> SipReply.of(481, "Call/Transaction Does Not Exist");
                        default ->
                            NOT_ALLOWED.contains(method)
                                    ? SipReply.of(405, "Method Not Allowed")
                                    : SipReply.of(501, "Not Implemented");
                    });
        }
        return badTarget(request)
                .or(() -> badForwards(request))
                .or(() -> badExtension(request))
                .or(() -> badBody(request))
                .or(() -> noAnswerWanted(request));
    }

    private static Optional<SipReply> badTarget(WireRequest request) {
        String target = request.target();
        int colon = target.indexOf(':');
        if (!AddressCheck.isUri(target)) {
            return Optional.of(SipReply.of(400, "Malformed Request-URI"));
        }
        String scheme = target.substring(0, colon).toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            return Optional.of(SipReply.of(416, "Unsupported URI Scheme"));
        }
        if (target.indexOf('?') > target.indexOf('@')) {
            // RFC 3261 §19.1.1: no header fields in a Request-URI. Obeying them would let anybody write our messages.
            return Optional.of(SipReply.of(400, "Headers in the Request-URI"));
        }
        try {
            request.uri();
            return Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.of(SipReply.of(400, "Bad Request-URI"));
        }
    }

    /// Only a call may go further from here, so only an INVITE may have come too far (RFC 7332 §3; RFC 4475 §3.3.11).
    private static Optional<SipReply> badForwards(WireRequest request) {
        String forwards = request.first(HeaderId.MAX_FORWARDS);
        if (forwards == null) {
            return Optional.empty();
        }
        int left = hops(forwards);
        if (left < 0 || request.lines(HeaderId.MAX_FORWARDS) > 1) {
            return Optional.of(SipReply.of(400, "Bad Max-Forwards"));
        }
        return left == 0 && request.method().equals("INVITE")
                ? Optional.of(SipReply.of(483, "Too Many Hops"))
                : Optional.empty();
    }

    /// 0..255, leading zeros allowed; -1 for anything else.
    private static int hops(String digits) {
        if (digits.isEmpty() || digits.length() > 9 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        int number = Integer.parseInt(digits);
        return number > 255 ? -1 : number;
    }

    /// What a REGISTER may require: the registrar keeps a Path (RFC 3327) and a flow (RFC 5626).
    private static final Set<String> REGISTRAR_EXTENSIONS = Set.of("path", "outbound");

    /// An extension that is required and that we lack. Proxy-Require is no business of ours: we are no proxy.
    private static Optional<SipReply> badExtension(WireRequest request) {
        List<String> lacking = new ArrayList<>(Abilities.lacking(request.all(HeaderId.REQUIRE)));
        if (request.method().equals("REGISTER")) {
            lacking.removeIf(tag -> REGISTRAR_EXTENSIONS.contains(tag.toLowerCase(Locale.ROOT)));
        }
        return lacking.isEmpty()
                ? Optional.empty()
                : Optional.of(SipReply.of(420, "Bad Extension").with("Unsupported", String.join(", ", lacking)));
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

    /// Whoever calls but takes no session description (RFC 3261 §20.1) cannot be answered.
    private static Optional<SipReply> noAnswerWanted(WireRequest request) {
        boolean limited = request.method().equals("INVITE") && request.lines(HeaderId.ACCEPT) > 0;
        boolean welcome = !limited
                || request.all(HeaderId.ACCEPT).stream()
                        .map(range -> range.toLowerCase(Locale.ROOT))
                        .anyMatch(range -> SESSION_RANGES.stream().anyMatch(range::startsWith));
        return welcome
                ? Optional.empty()
                : Optional.of(SipReply.of(406, "Not Acceptable")
                        .with("Warning", "399 hotline400 \"An answer is application/sdp, which Accept leaves out\""));
    }
}
