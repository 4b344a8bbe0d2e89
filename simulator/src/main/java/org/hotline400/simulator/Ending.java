package org.hotline400.simulator;

import java.time.Instant;
import java.util.OptionalInt;
import org.hotline400.sip.LegEvent;

/// How a call of a simulated phone ended.
///
/// @param by who ended it, seen from the phone
/// @param status the SIP status that says it best: 200 for a normal BYE, 486 busy, 487 given up…
/// @param q850 the Q.850 cause, when one was signalled
/// @param text the reason phrase or the text of the Reason header
public record Ending(Instant at, LegEvent.Side by, int status, OptionalInt q850, String text) {}
