package org.hotline400.server.numbers.shop;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// How the shop does, for whoever runs it.
///
/// @param builtIn how long the index took to make; empty until it stands
/// @param indexBytes memory of the index
/// @param followedAt when the last change was in the catalogue
/// @param followedIn how long it took to bring in
/// @param catalogues how many catalogues were made since the start, one for each bundle of changes
public record ShopState(
        Optional<Duration> builtIn,
        long indexBytes,
        Optional<Instant> followedAt,
        Duration followedIn,
        long catalogues) {
    static final ShopState CLOSED = new ShopState(Optional.empty(), 0, Optional.empty(), Duration.ZERO, 0);

    /// Whether there is something to be found.
    public boolean isOpen() {
        return followedAt.isPresent();
    }

    ShopState built(Duration took, long bytes) {
        return new ShopState(Optional.of(took), bytes, followedAt, followedIn, catalogues);
    }

    ShopState followed(Instant at, Duration took) {
        return new ShopState(builtIn, indexBytes, Optional.of(at), took, catalogues + 1);
    }
}
