package org.hotline400.sip;

import java.time.Duration;

/// What a [Registrar] grants (RFC 3261 §10.3 step 7).
///
/// @param usual granted when the phone names no time
/// @param shortest below this, and above zero, a request is refused with 423 and Min-Expires
/// @param longest above this the time is cut; at most a day
/// @param mostContacts kept for one address-of-record; a further one takes the place of the one refreshed longest ago
public record RegistrarRules(Duration usual, Duration shortest, Duration longest, int mostContacts) {

    /// An hour when not asked otherwise, one minute to two hours, ten phones for one account.
    public static final RegistrarRules USUAL =
            new RegistrarRules(Duration.ofHours(1), Duration.ofMinutes(1), Duration.ofHours(2), 10);

    public RegistrarRules {
        if (shortest.toSeconds() < 1
                || usual.compareTo(shortest) < 0
                || longest.compareTo(usual) < 0
                || longest.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException("the times must be 1 s <= shortest <= usual <= longest <= 1 day, were "
                    + shortest + ", " + usual + ", " + longest);
        }
        if (mostContacts < 1 || mostContacts > 100) {
            throw new IllegalArgumentException("mostContacts must be 1..100, was " + mostContacts);
        }
    }
}
