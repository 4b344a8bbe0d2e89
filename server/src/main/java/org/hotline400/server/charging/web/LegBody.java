package org.hotline400.server.charging.web;

import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.charging.RatedLeg;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.web.CsvLine;

/// A component of a call on the wire; amounts are decimal yuan.
///
/// @param seconds that it lasted, a begun one in full
/// @param charged in whole increments
/// @param covered of them, by bundled minutes
/// @param unsecured of the cost, what the account could not give
record LegBody(
        UUID call,
        int leg,
        String number,
        String component,
        String target,
        Instant from,
        YearMonth month,
        long seconds,
        long charged,
        long covered,
        String cost,
        String unsecured) {
    static final String HEAD = CsvLine.join(List.of(
            "call",
            "leg",
            "number",
            "component",
            "target",
            "from",
            "month",
            "seconds",
            "charged",
            "covered",
            "cost",
            "unsecured"));

    static LegBody of(RatedLeg leg) {
        return new LegBody(
                leg.call().value(),
                leg.leg(),
                leg.number().digits(),
                leg.component().code(),
                leg.target(),
                leg.from(),
                YearMonth.from(leg.month()),
                leg.seconds(),
                leg.charged(),
                leg.covered(),
                leg.cost().toString(),
                leg.unsecured().toString());
    }

    List<String> fields() {
        return List.of(
                call.toString(),
                Integer.toString(leg),
                number,
                component,
                target,
                from.toString(),
                month.toString(),
                Long.toString(seconds),
                Long.toString(charged),
                Long.toString(covered),
                cost,
                unsecured);
    }

    static RatedCalls.Position place(RatedLeg leg) {
        return new RatedCalls.Position(leg.call(), leg.leg());
    }

    static String cursor(RatedLeg leg) {
        return leg.call() + "." + leg.leg();
    }

    /// Reads a cursor.
    static RatedCalls.Position position(String cursor) {
        int dot = cursor.indexOf('.');
        if (dot < 0) {
            throw new IllegalArgumentException("is the `next` of the page before");
        }
        return new RatedCalls.Position(
                CallId.of(cursor.substring(0, dot)), Integer.parseInt(cursor.substring(dot + 1)));
    }
}
