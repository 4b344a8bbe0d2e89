package org.hotline400.sip;

import java.util.OptionalInt;

/// Why a leg ends, in the terms of the wire.
///
/// @param status the SIP status code that says it best: 200 for a normal BYE, 486 busy, 487 cancelled, 480, 503…
/// @param q850 the ITU-T Q.850 cause, when one is known (16 normal clearing, 17 busy, 18 no user responding…), sent
///     and read as `Reason: Q.850;cause=…` (RFC 3326)
/// @param text a short phrase for the Reason header and the record; never empty
public record EndReason(int status, OptionalInt q850, String text) {

    public EndReason {
        if (status < 200 || status > 699) {
            throw new IllegalArgumentException("status must be a final SIP status 200..699, was " + status);
        }
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must say why the leg ended");
        }
    }

    public static EndReason of(int status, int q850, String text) {
        return new EndReason(status, OptionalInt.of(q850), text);
    }

    /// A conversation that ended as conversations do.
    public static EndReason normal() {
        return of(200, 16, "Normal call clearing");
    }
}
