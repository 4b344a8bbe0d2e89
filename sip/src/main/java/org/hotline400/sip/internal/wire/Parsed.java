package org.hotline400.sip.internal.wire;

import java.util.Optional;

/// What bytes turned out to be.
public sealed interface Parsed {

    record Request(WireRequest request) implements Parsed {}

    record Response(WireResponse response) implements Parsed {}

    /// No message.
    ///
    /// @param why names what is wrong
    /// @param answerable the request as far as it could be read, when its headers allow to answer 400
    record Malformed(String why, Optional<WireRequest> answerable) implements Parsed {}
}
