package org.hotline400.server.enrolment.register;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// A yearly check of one entry.
///
/// @param id a UUIDv7
/// @param entry of the register
public record Reverification(
        UUID id,
        TenantId tenant,
        UUID entry,
        HotlineNumber number,
        ReverificationState state,
        Instant dueAt,
        Optional<Instant> askedAt,
        Optional<Confirmation> confirmation,
        Optional<Check> check) {

    /// What the holder says.
    ///
    /// @param accurate whether all is as declared
    /// @param statement what has changed; may be empty when nothing did
    public record Confirmation(Instant at, String by, boolean accurate, String statement) {
        boolean says(boolean accurately, String text) {
            return accurate == accurately && statement.equals(text);
        }
    }

    /// What the operator's people say.
    ///
    /// @param note why; may be empty when it passed
    public record Check(Instant at, String by, String note) {}

    Reverification in(ReverificationState next) {
        return new Reverification(id, tenant, entry, number, next, dueAt, askedAt, confirmation, check);
    }

    Reverification asked(Instant at) {
        return new Reverification(id, tenant, entry, number, state, dueAt, Optional.of(at), confirmation, check);
    }

    Reverification confirmed(Confirmation said) {
        return new Reverification(id, tenant, entry, number, state, dueAt, askedAt, Optional.of(said), check);
    }

    Reverification checked(Check said) {
        return new Reverification(id, tenant, entry, number, state, dueAt, askedAt, confirmation, Optional.of(said));
    }
}
