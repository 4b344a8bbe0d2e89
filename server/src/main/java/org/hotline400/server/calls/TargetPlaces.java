package org.hotline400.server.calls;

import java.util.Optional;

/// How many calls each target has now, over all nodes.
@FunctionalInterface
public interface TargetPlaces {

    /// Takes one of the calls that a target may have at once.
    ///
    /// @return empty when it has as many as it may
    Optional<Distributions.Place> take(Distributions.Whose whose, String target, int most);
}
