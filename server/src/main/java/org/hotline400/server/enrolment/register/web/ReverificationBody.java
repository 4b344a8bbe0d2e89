package org.hotline400.server.enrolment.register.web;

import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.enrolment.register.Reverification;
import org.jspecify.annotations.Nullable;

/// A yearly check on the wire.
///
/// @param state `planned`, `asked`, `overdue`, `confirmed`, `passed`, `failed` or `ended`
/// @param suspensionProposed whether the operator should consider a suspension; nothing suspends by itself
/// @param accurate what the holder says: whether all is as declared
/// @param statement what has changed, in his words
/// @param note what the operator's people say
record ReverificationBody(
        UUID id,
        UUID tenant,
        UUID entry,
        String number,
        String state,
        Instant dueAt,
        boolean suspensionProposed,
        @Nullable Instant askedAt,
        @Nullable Instant confirmedAt,
        @Nullable String confirmedBy,
        @Nullable Boolean accurate,
        @Nullable String statement,
        @Nullable Instant checkedAt,
        @Nullable String note) {

    static ReverificationBody of(Reverification one) {
        var said = one.confirmation();
        var check = one.check();
        return new ReverificationBody(
                one.id(),
                one.tenant().value(),
                one.entry(),
                one.number().digits(),
                one.state().code(),
                one.dueAt(),
                one.state().proposesSuspension(),
                one.askedAt().orElse(null),
                said.map(Reverification.Confirmation::at).orElse(null),
                said.map(Reverification.Confirmation::by).orElse(null),
                said.map(Reverification.Confirmation::accurate).orElse(null),
                said.map(Reverification.Confirmation::statement).orElse(null),
                check.map(Reverification.Check::at).orElse(null),
                check.map(Reverification.Check::note).orElse(null));
    }
}
