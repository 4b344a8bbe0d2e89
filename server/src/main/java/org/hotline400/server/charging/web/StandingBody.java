package org.hotline400.server.charging.web;

import java.util.UUID;
import org.hotline400.server.charging.LiveCharges;

/// How a customer stands, on the wire; amounts are decimal yuan.
///
/// @param available what further calls can reserve, before any credit
/// @param secondsLeft of the month's bundled minutes
record StandingBody(
        UUID tenant, String balance, String reserved, String available, long secondsLeft, String monthCost, int calls) {

    static StandingBody of(LiveCharges.Standing standing) {
        return new StandingBody(
                standing.tenant().value(),
                standing.balance().toString(),
                standing.reserved().toString(),
                standing.balance().minus(standing.reserved()).toString(),
                standing.minutes(),
                standing.monthCost().toString(),
                standing.calls());
    }

    /// A call that is going on.
    record Running(UUID call, String cost, String reserved) {
        static Running of(LiveCharges.Running running) {
            return new Running(
                    running.call().value(),
                    running.cost().toString(),
                    running.reserved().toString());
        }
    }
}
