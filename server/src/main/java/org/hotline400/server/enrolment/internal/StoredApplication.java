package org.hotline400.server.enrolment.internal;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.kernel.HotlineNumber;

/// An application with what only its keepers need to know.
///
/// @param application its persons are empty until they were unsealed
/// @param persons sealed; empty once they were deleted
/// @param authors who wrote what it says: none of them may approve it
/// @param promised the number that is reserved for it or was given to it
/// @param correctionAskedAt when a reviewer last asked for corrections
public record StoredApplication(
        Application application,
        Optional<SealedPersons> persons,
        Set<UUID> authors,
        Optional<HotlineNumber> promised,
        Optional<Instant> correctionAskedAt) {
    public StoredApplication {
        authors = Set.copyOf(authors);
    }

    StoredApplication with(Application changed) {
        return new StoredApplication(changed, persons, authors, promised, correctionAskedAt);
    }

    StoredApplication promising(Optional<HotlineNumber> number) {
        return new StoredApplication(application, persons, authors, number, correctionAskedAt);
    }

    StoredApplication correctionAsked(Instant at) {
        return new StoredApplication(application, persons, authors, promised, Optional.of(at));
    }
}
