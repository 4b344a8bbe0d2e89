package org.hotline400.sip.internal.dialog;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipReply;
import org.hotline400.sip.SipSessions;
import org.hotline400.sip.internal.wire.HeaderId;
import org.hotline400.sip.internal.wire.WireMessage;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// The session timer that two peers agreed on (RFC 4028).
///
/// @param seconds the session interval
/// @param ours whether we refresh
/// @param mutual whether the peer counts too: it ends the call when nobody refreshes. Else we refresh to learn whether
///     it is still there, and only a refresh that it does not know or answer ends the call.
record SessionTerms(long seconds, boolean ours, boolean mutual) {

    private static final String MIN_SE = "Min-SE";
    private static final String TIMER = "timer";

    /// RFC 4028 §5: nobody may set less, whatever a message says.
    private static final long LEAST = 90;

    /// What an INVITE of ours asks for (§7.1); who refreshes is left to the peer.
    static List<SipHeader> wish(SipSessions sessions) {
        return withMinimum(Long.toString(sessions.expires().toSeconds()), sessions);
    }

    /// What a later request of ours carries: the refresher stays (§7.4).
    List<SipHeader> inRequest(SipSessions sessions) {
        return withMinimum(seconds + ";refresher=" + (ours ? "uac" : "uas"), sessions);
    }

    private static List<SipHeader> withMinimum(String expires, SipSessions sessions) {
        var interval = new SipHeader("Session-Expires", expires);
        long shortest = sessions.shortest().toSeconds();
        return shortest > 90 ? List.of(interval, new SipHeader(MIN_SE, Long.toString(shortest))) : List.of(interval);
    }

    /// What our 2xx carries (§9).
    List<SipHeader> inAnswer() {
        var headers = new ArrayList<SipHeader>(2);
        headers.add(new SipHeader("Session-Expires", seconds + ";refresher=" + (ours ? "uas" : "uac")));
        if (mutual) {
            headers.add(new SipHeader("Require", TIMER));
        }
        return headers;
    }

    /// Why a request's timer is refused; empty when it is not: 422 for one too short (§6, §9), 400 for one that cannot
    /// be read.
    static Optional<SipReply> refusal(WireRequest request, SipSessions sessions) {
        String wished = request.first(HeaderId.SESSION_EXPIRES);
        if (wished == null) {
            return Optional.empty();
        }
        long seconds = seconds(wished);
        if (seconds < 0) {
            return Optional.of(SipReply.of(400, "Bad Session-Expires"));
        }
        long shortest = sessions.shortest().toSeconds();
        // A proxy may have put it there: a caller without session timers would not understand 422.
        return seconds < shortest && Abilities.names(request, HeaderId.SUPPORTED, TIMER)
                ? Optional.of(SipReply.of(422, Phrases.of(422)).with(MIN_SE, Long.toString(shortest)))
                : Optional.empty();
    }

    /// The terms that our 2xx to this request sets (§9, table 2).
    ///
    /// @param before what held until now
    static SessionTerms granted(WireRequest request, SipSessions sessions, @Nullable SessionTerms before) {
        boolean knows = Abilities.names(request, HeaderId.SUPPORTED, TIMER);
        String wished = request.first(HeaderId.SESSION_EXPIRES);
        long shortest = minimum(request);
        long usual = sessions.expires().toSeconds();
        long asked = wished == null ? usual : seconds(wished);
        long seconds = Math.max(shortest, asked < 0 ? usual : Math.min(Math.max(LEAST, asked), usual));
        boolean ours = switch (wished == null ? "" : refresher(wished)) {
            case "uac" -> !knows;
            case "uas" -> true;
            default -> !knows || (before != null && before.ours());
        };
        return new SessionTerms(seconds, ours, knows);
    }

    /// The terms that a 2xx to our request sets (§7.2).
    static SessionTerms agreed(WireResponse response, SipSessions sessions) {
        String set = response.first(HeaderId.SESSION_EXPIRES);
        long seconds = set == null ? -1 : seconds(set);
        if (set == null || seconds <= 0) {
            return new SessionTerms(sessions.expires().toSeconds(), true, false);
        }
        return new SessionTerms(Math.max(LEAST, seconds), !refresher(set).equals("uas"), true);
    }

    /// The headers of a request that was refused with 422, as it may pass (§7.3); empty when it cannot.
    static Optional<List<SipHeader>> longer(WireResponse refusal, List<SipHeader> headers) {
        long shortest = minimum(refusal);
        Optional<SipHeader> wished = headers.stream()
                .filter(header -> header.name().equals("Session-Expires"))
                .findFirst();
        if (wished.isEmpty() || shortest <= seconds(wished.get().value())) {
            return Optional.empty();
        }
        String role = refresher(wished.get().value());
        var more = new ArrayList<>(headers);
        more.removeIf(h -> h.name().equals("Session-Expires") || h.name().equals(MIN_SE));
        more.add(new SipHeader("Session-Expires", shortest + (role.isEmpty() ? "" : ";refresher=" + role)));
        more.add(new SipHeader(MIN_SE, Long.toString(shortest)));
        return Optional.of(more);
    }

    private static long minimum(WireMessage message) {
        return Math.max(0, seconds(message.header(MIN_SE).orElse("")));
    }

    /// The number a value begins with; -1 when there is none that fits.
    private static long seconds(String value) {
        int semicolon = value.indexOf(';');
        return Numbers.read((semicolon < 0 ? value : value.substring(0, semicolon)).strip());
    }

    private static String refresher(String value) {
        for (String part : value.toLowerCase(Locale.ROOT).split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals > 0 && part.substring(0, equals).strip().equals("refresher")) {
                return part.substring(equals + 1).strip();
            }
        }
        return "";
    }
}
