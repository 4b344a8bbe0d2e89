package org.hotline400.server.tariffs.entitlements;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.tariffs.Feature;

/// A wish to buy or to drop a feature beside a number's package.
public record OptionOrder(HotlineNumber number, Feature feature, By by) {

    /// @param key by which the sender knows it again; empty: he does not
    public record By(String name, Instant at, Optional<String> key) {}
}
