package org.hotline400.server.telephony;

import java.time.Instant;
import java.util.Optional;

/// How our registration with a carrier stands.
///
/// @param since when it came into this status
/// @param until when the carrier lets it lapse; empty unless registered
/// @param error what the last attempt came to, in plain words; empty after a success
public record RegistrationState(Status status, Instant since, Optional<Instant> until, String error) {

    public enum Status {
        /// Not yet tried, or the first attempt is under way.
        TRYING,
        REGISTERED,
        /// No attempt has succeeded since the last registration lapsed; further ones follow.
        FAILED
    }
}
