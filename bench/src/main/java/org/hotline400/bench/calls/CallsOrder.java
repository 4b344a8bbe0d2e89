package org.hotline400.bench.calls;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// What is to be measured.
///
/// @param rate to measure at; empty: find the highest
/// @param seconds of a full-length run
/// @param warmUp seconds of load before anything is measured
/// @param numbers loaded
/// @param quick only the full-length run at the rate
/// @param beside whether Kamailio is measured too, where it is installed
/// @param profile kept of the full-length run
/// @param javaOptions added to the platform's
record CallsOrder(
        OptionalInt rate,
        int seconds,
        int warmUp,
        int numbers,
        boolean quick,
        boolean beside,
        Optional<Path> profile,
        List<String> javaOptions) {
    CallsOrder {
        javaOptions = List.copyOf(javaOptions);
    }
}
