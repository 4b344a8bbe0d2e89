package org.hotline400.server.telephony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.hotline400.sip.NameAddress;
import org.hotline400.sip.SipHeader;
import org.hotline400.sip.SipRequest;
import org.hotline400.sip.SipUri;

/// Whom a call was meant for before it came here, and how that is told on: Diversion (RFC 5806) and History-Info
/// (RFC 7044, with the causes of RFC 4458).
///
/// @param diversions as received, the latest first
/// @param history as received, in order; empty when absent or unreadable
record Diversions(List<String> diversions, List<Entry> history) {
    static final Diversions NONE = new Diversions(List.of(), List.of());

    private static final int MOST = 10;
    private static final Pattern INDEX = Pattern.compile("[1-9][0-9]{0,3}(\\.[1-9][0-9]{0,3}){0,20}");
    /// RFC 4458 §2: unconditional. A 400 number has no line of its own.
    private static final String UNCONDITIONAL = "302";

    Diversions {
        diversions = List.copyOf(diversions);
        history = List.copyOf(history);
    }

    /// @param text the whole value
    record Entry(String text, String user, String index) {}

    static Diversions of(SipRequest invite) {
        var readable = invite.headers("Diversion").stream()
                .filter(value -> address(value).isPresent())
                .limit(MOST)
                .toList();
        return new Diversions(readable, history(invite.headers("History-Info")));
    }

    /// All or nothing: a history with a gap tells wrong.
    private static List<Entry> history(List<String> values) {
        var entries = new ArrayList<Entry>();
        for (var value : values) {
            var address = address(value);
            var index = address.map(one -> one.parameters().getOrDefault("index", ""))
                    .orElse("");
            if (!INDEX.matcher(index).matches() || entries.size() == MOST) {
                return List.of();
            }
            entries.add(new Entry(value, address.get().uri().user().orElse(""), index));
        }
        return entries;
    }

    private static Optional<NameAddress> address(String value) {
        try {
            return Optional.of(NameAddress.parse(value));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// What the forwarded leg says: the 400 number diverted it to the target.
    ///
    /// @param number the URI of the 400 number
    List<SipHeader> headers(SipUri number, SipUri target) {
        var headers = new ArrayList<SipHeader>();
        headers.add(
                new SipHeader("Diversion", "<" + number + ">;reason=unconditional;privacy=off;screen=no;counter=1"));
        diversions.forEach(before -> headers.add(new SipHeader("Diversion", before)));
        history.forEach(entry -> headers.add(new SipHeader("History-Info", entry.text())));
        var base = ourIndex(number);
        if (history.isEmpty() || !history.getLast().index().equals(base)) {
            headers.add(new SipHeader("History-Info", "<" + number + ">;index=" + base));
        }
        headers.add(new SipHeader(
                "History-Info", "<" + target.with("cause", UNCONDITIONAL) + ">;index=" + base + ".1;mp=" + base));
        return headers;
    }

    /// The index of the entry that names the 400 number: the last one received, else the next below it.
    private String ourIndex(SipUri number) {
        if (history.isEmpty()) {
            return "1";
        }
        var last = history.getLast();
        return last.user().endsWith(number.user().orElse("")) ? last.index() : last.index() + ".1";
    }
}
