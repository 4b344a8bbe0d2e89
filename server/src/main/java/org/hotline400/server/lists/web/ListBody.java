package org.hotline400.server.lists.web;

import java.time.Instant;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.lists.ListOrder;
import org.hotline400.server.lists.Pin;
import org.hotline400.server.lists.StoredList;
import org.jspecify.annotations.Nullable;

/// A list on the wire.
///
/// @param name lower-case words joined by hyphens, as plans write it
/// @param kind `black`, `allow`, `vip`, `grey`
/// @param note what it is for
/// @param pin 4 to 12 digits, only for a grey list; never shown
/// @param hasPin read only: whether there is one
/// @param entries read only: how many, the expired ones too
record ListBody(
        @Nullable String name,
        @Nullable String kind,
        @Nullable String note,
        @Nullable String pin,
        @Nullable Boolean hasPin,
        @Nullable Integer entries,
        @Nullable Instant createdAt,
        @Nullable Instant changedAt) {

    static ListBody of(StoredList list) {
        return new ListBody(
                list.name().value(),
                list.kind().code(),
                list.note(),
                null,
                list.hasPin(),
                list.entries(),
                list.createdAt(),
                list.changedAt());
    }

    ListOrder read() {
        var checks = new Checks();
        var wanted = checks.read("name", "lists.name", name, ListName::new);
        var sort = checks.read("kind", "lists.kind", kind, ListKind::of);
        var text = checks.readIfPresent("note", "lists.note", note, ListOrder::note);
        var secret = checks.readIfPresent("pin", "lists.pin", pin, Pin::new);
        if (secret.isPresent() && sort.value().filter(ListKind.GREY::equals).isEmpty()) {
            checks.add("pin", "lists.pin", "only a grey list has a PIN");
        }
        checks.done();
        return new ListOrder(wanted.get(), sort.get(), text.orElse(""), secret);
    }

    @Override
    public String toString() {
        return "ListBody[" + name + ", " + kind + "]";
    }
}
