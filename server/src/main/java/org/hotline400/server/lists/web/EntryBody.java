package org.hotline400.server.lists.web;

import java.time.DateTimeException;
import java.time.Instant;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.lists.EntryOrder;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.PatternKind;
import org.hotline400.server.lists.PinOrder;
import org.hotline400.server.lists.StoredEntry;
import org.hotline400.server.lists.internal.Expiry;
import org.jspecify.annotations.Nullable;

/// An entry on the wire.
///
/// @param id read only: names it within the list, `number:13800138000`
/// @param kind `number` (the usual one), `prefix`, `area-code`, `region`
/// @param pattern `13800138000`; `0755`; `440000` for a province, `440300` for a city
/// @param note who or why
/// @param expiresAt an ISO instant from which it does not count; left out, it counts until it is removed
/// @param pin its own, 4 to 12 digits, only in a grey list; left out, the one it has stays; empty takes it
///     away; never shown
/// @param hasPin read only: whether it has one of its own
record EntryBody(
        @Nullable String id,
        @Nullable String kind,
        @Nullable String pattern,
        @Nullable String note,
        @Nullable String expiresAt,
        @Nullable String pin,
        @Nullable Boolean hasPin) {

    static EntryBody of(StoredEntry entry) {
        return new EntryBody(
                entry.pattern().id(),
                entry.pattern().kind().code(),
                entry.pattern().text(),
                entry.note(),
                entry.expiresAt().map(Instant::toString).orElse(null),
                null,
                entry.hasPin());
    }

    EntryOrder read() {
        var checks = new Checks();
        var sort = checks.read("kind", "lists.pattern-kind", kind == null ? "number" : kind, PatternKind::of);
        var which = checks.read(
                "pattern",
                "lists.pattern",
                pattern,
                text -> EntryPattern.parse(sort.value().orElse(PatternKind.NUMBER), text));
        var text = checks.readIfPresent("note", "lists.note", note, EntryOrder::note);
        var until = checks.readIfPresent("expiresAt", "malformed", expiresAt, EntryBody::instant);
        var secret = checks.readIfPresent("pin", "lists.pin", pin, PinOrder::of).orElseGet(PinOrder.Keep::new);
        checks.done();
        return new EntryOrder(which.get(), text.orElse(""), until, secret);
    }

    private static Instant instant(String text) {
        try {
            return Expiry.checked(IsoText.instant(text));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is an ISO instant such as 2030-01-01T00:00:00Z", e);
        }
    }

    @Override
    public String toString() {
        return "EntryBody[" + kind + ", " + pattern + "]";
    }
}
