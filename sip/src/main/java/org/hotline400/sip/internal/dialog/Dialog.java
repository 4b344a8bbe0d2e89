package org.hotline400.sip.internal.dialog;

import java.util.List;
import java.util.Optional;
import org.hotline400.sip.SipAccount;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipHop;
import org.hotline400.sip.SipUri;
import org.hotline400.sip.Transport;
import org.hotline400.sip.internal.wire.CSeq;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireMessage;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// The state that lets two peers send requests to each other (RFC 3261 §12).
final class Dialog {

    private final String callId;
    private final String local;
    private final String remote;
    private List<String> routes;
    private Optional<SipHop> chosen;
    private final Optional<SipAccount> account;
    private String remoteTarget;
    private long localSequence;
    private long remoteSequence;
    private boolean allowsUpdate;
    private boolean refusedUpdate;

    private Dialog(
            WireMessage message,
            String local,
            String remote,
            List<String> routes,
            Optional<SipHop> pinned,
            Optional<SipAccount> account) {
        this.callId = message.need(HeaderId.CALL_ID);
        this.local = local;
        this.remote = remote;
        this.routes = routes;
        this.chosen = pinned;
        this.account = account;
        this.remoteTarget = contact(message).orElse(address(remote));
        learn(message);
    }

    /// The dialog of an INVITE that we answer (RFC 3261 §12.1.1).
    static Dialog called(WireRequest invite, String tag, Optional<SipHop> pinned) {
        var dialog = new Dialog(
                invite,
                invite.need(HeaderId.TO) + ";tag=" + tag,
                invite.need(HeaderId.FROM),
                invite.all(HeaderId.RECORD_ROUTE),
                pinned,
                Optional.empty());
        dialog.remoteSequence = CSeq.parse(invite.need(HeaderId.CSEQ)).number();
        return dialog;
    }

    /// The dialog that a response to our INVITE makes (RFC 3261 §12.1.2).
    static Dialog calling(WireResponse response, Optional<SipHop> pinned, Optional<SipAccount> account) {
        var dialog = new Dialog(
                response,
                response.need(HeaderId.FROM),
                response.need(HeaderId.TO),
                response.all(HeaderId.RECORD_ROUTE).reversed(),
                pinned,
                account);
        dialog.localSequence = CSeq.parse(response.need(HeaderId.CSEQ)).number();
        dialog.remoteSequence = -1;
        return dialog;
    }

    /// The 2xx confirms an early dialog: its route set is taken anew (RFC 3261 §13.2.2.4).
    void confirm(WireResponse response, Optional<SipHop> pinned) {
        chosen = pinned;
        routes = response.all(HeaderId.RECORD_ROUTE).reversed();
        contact(response).ifPresent(target -> remoteTarget = target);
        learn(response);
    }

    /// Notes what the peer says that it can do.
    void learn(WireMessage message) {
        if (message.lines(HeaderId.ALLOW) > 0) {
            allowsUpdate = Abilities.names(message, HeaderId.ALLOW, "UPDATE");
        }
    }

    /// Whether the peer takes UPDATE (RFC 3311 §5.1): it said so, and did not refuse one as unknown.
    boolean allowsUpdate() {
        return allowsUpdate && !refusedUpdate;
    }

    /// The peer does not know UPDATE after all.
    void forgetUpdate() {
        refusedUpdate = true;
    }

    String callId() {
        return callId;
    }

    String remoteTag() {
        return Inbound.tagOf(remote);
    }

    /// Takes the number of a request of the peer.
    ///
    /// @return false when it is not above all before it: answer 500 (RFC 3261 §12.2.2)
    boolean accepts(long sequence) {
        if (sequence <= remoteSequence) {
            return false;
        }
        remoteSequence = sequence;
        return true;
    }

    /// A re-INVITE or an UPDATE of the peer moves the target (RFC 3261 §12.2.2). Whoever is behind a NAT or on a
    /// connection may have got another mapping or connection meanwhile, under the same Contact.
    void refreshTarget(Inbound inbound) {
        Optional<SipHop> met = Nat.hopBehind(inbound);
        contact(inbound.request()).ifPresent(target -> moveTo(target, met));
        if (met.isPresent()) {
            chosen = met;
        }
    }

    /// The answer to ours moves the target (RFC 3261 §12.2.1.2). A peer that names a private address and was
    /// met at a public one is behind a NAT: it stays where it was met.
    void refreshTarget(WireResponse response) {
        contact(response).ifPresent(target -> moveTo(target, chosen.filter(met -> Nat.isHidden(target, met))));
    }

    /// A target on another host or port is not where we were told to send the first request: what follows goes
    /// to the target. A connection stays: it is how the peer wants to be reached.
    ///
    /// @param met where a peer behind a NAT is to be reached instead
    private void moveTo(String target, Optional<SipHop> met) {
        boolean bound = chosen.filter(hop -> hop.transport() == Transport.UDP).isPresent();
        if (bound && !isSamePlace(remoteTarget, target)) {
            chosen = met;
        }
        remoteTarget = target;
    }

    private static boolean isSamePlace(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        try {
            SipUri before = SipUri.parse(one);
            SipUri after = SipUri.parse(other);
            return before.host().equalsIgnoreCase(after.host()) && before.port() == after.port();
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    /// The next request inside this dialog.
    Draft request(String method, List<SipHeader> headers, @Nullable SipBody body) {
        return draft(method, headers, body, -1);
    }

    /// The ACK for a 2xx: the number and the credentials of the INVITE it answers (RFC 3261 §13.2.2.4, §22.1).
    Draft ack(long sequence, List<SipHeader> credentials) {
        return draft("ACK", credentials, null, sequence);
    }

    private static boolean refreshesTarget(String method) {
        return method.equals("INVITE") || method.equals("UPDATE");
    }

    private static List<SipHeader> withAbilities(List<SipHeader> headers) {
        var all = new java.util.ArrayList<SipHeader>(headers.size() + Abilities.HEADERS.size());
        all.addAll(headers);
        all.addAll(Abilities.HEADERS);
        return all;
    }

    private Draft draft(String method, List<SipHeader> headers, @Nullable SipBody body, long sequence) {
        boolean strict = !routes.isEmpty() && !isLoose(routes.getFirst());
        return new Draft(
                method,
                strict ? address(routes.getFirst()) : remoteTarget,
                routes.isEmpty() ? remoteTarget : address(routes.getFirst()),
                strict ? strictRoutes() : routes,
                local,
                remote,
                callId,
                () -> sequence >= 0 ? sequence : ++localSequence,
                70,
                refreshesTarget(method),
                refreshesTarget(method) ? withAbilities(headers) : headers,
                body,
                account,
                routes.isEmpty() ? chosen : Optional.empty());
    }

    /// RFC 3261 §12.2.1.1: a strict router gets its own URI as Request-URI and the target as the last route.
    private List<String> strictRoutes() {
        var rest = new java.util.ArrayList<>(routes.subList(1, routes.size()));
        rest.add("<" + remoteTarget + ">");
        return rest;
    }

    private static boolean isLoose(String route) {
        try {
            return SipUri.parse(address(route)).parameters().containsKey("lr");
        } catch (IllegalArgumentException e) {
            return true;
        }
    }

    private static Optional<String> contact(WireMessage message) {
        String contact = message.first(HeaderId.CONTACT);
        return contact == null || contact.equals("*") ? Optional.empty() : Optional.of(address(contact));
    }

    /// The URI of a name-addr or addr-spec, as written.
    static String address(String value) {
        int open = org.hotline400.sip.internal.text.Quoting.indexOf(value, '<', 0);
        if (open >= 0) {
            int close = value.indexOf('>', open);
            return value.substring(open + 1, close < 0 ? value.length() : close).strip();
        }
        int semicolon = value.indexOf(';');
        return (semicolon < 0 ? value : value.substring(0, semicolon)).strip();
    }
}
