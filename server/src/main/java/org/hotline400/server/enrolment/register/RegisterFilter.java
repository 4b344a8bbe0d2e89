package org.hotline400.server.enrolment.register;

import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;

/// Which entries are listed.
///
/// @param company part of a name
/// @param inService only those, or only the ended ones; empty: both
public record RegisterFilter(
        Optional<HotlineNumber> number,
        Optional<String> creditCode,
        Optional<String> company,
        Optional<Boolean> inService) {
    public static final RegisterFilter ALL =
            new RegisterFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
