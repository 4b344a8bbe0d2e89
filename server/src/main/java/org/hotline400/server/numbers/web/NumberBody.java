package org.hotline400.server.numbers.web;

import java.time.Instant;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.NumberInService;
import org.jspecify.annotations.Nullable;

/// A number on the wire.
///
/// @param number ten digits
/// @param display as people write it: `400-888-8888`
/// @param until when the status ends by itself; absent: it does not
/// @param successor the number that callers are referred to; absent unless it is `replaced`
public record NumberBody(
        String number,
        String display,
        String tenant,
        String status,
        Instant since,
        @Nullable Instant until,
        @Nullable String successor) {
    static NumberBody of(NumberInService number) {
        return new NumberBody(
                number.number().digits(),
                number.number().display(),
                number.tenant().toString(),
                number.status().code(),
                number.since(),
                number.until().orElse(null),
                number.successor().map(HotlineNumber::digits).orElse(null));
    }
}
