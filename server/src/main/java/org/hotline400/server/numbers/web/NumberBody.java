package org.hotline400.server.numbers.web;

import java.time.Instant;
import org.hotline400.server.numbers.NumberInService;

/// A number on the wire.
///
/// @param number ten digits
/// @param display as people write it: `400-888-8888`
public record NumberBody(String number, String display, String tenant, String status, Instant since) {
    static NumberBody of(NumberInService number) {
        return new NumberBody(
                number.number().digits(),
                number.number().display(),
                number.tenant().toString(),
                number.status().code(),
                number.since());
    }
}
