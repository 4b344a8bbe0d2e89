package org.hotline400.server.charging.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline400.server.calls.CallDetail;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.charging.RatedLeg;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.tariffs.Component;

/// What calls came to, with their records.
@org.springframework.stereotype.Component
class ChargesOfCalls implements CallDetail {
    /// What a caller's own carrier asks of him for a call to a 400 number, as a rule.
    private static final String LOCAL_FEE = "0.10–0.30";

    private final RatedCalls rated;

    ChargesOfCalls(RatedCalls rated) {
        this.rated = rated;
    }

    @Override
    public String name() {
        return "charges";
    }

    @Override
    public Map<CallId, Object> of(Collection<CallRecord> calls) {
        var ids = calls.stream().map(CallRecord::id).toList();
        return rated.legs(ids).stream()
                .collect(Collectors.groupingBy(
                        RatedLeg::call, Collectors.collectingAndThen(Collectors.toList(), ChargesOfCalls::shown)));
    }

    private static Object shown(List<RatedLeg> legs) {
        long billed = legs.stream()
                .filter(leg -> leg.component() != Component.RECORDING)
                .mapToLong(RatedLeg::charged)
                .sum();
        return new Shown(legs.stream().map(ChargesOfCalls::line).toList(), billed, LOCAL_FEE);
    }

    private static Line line(RatedLeg leg) {
        return new Line(
                leg.component().code(),
                leg.target(),
                leg.seconds(),
                leg.charged(),
                leg.covered(),
                leg.cost().toString(),
                chinese(leg),
                english(leg));
    }

    private static String chinese(RatedLeg leg) {
        return "时长 %d 秒，按 %d 秒计费，其中套餐抵扣 %d 秒，费用 %s 元"
                .formatted(leg.seconds(), leg.charged(), leg.covered(), leg.cost());
    }

    private static String english(RatedLeg leg) {
        return "%d s, charged as %d s, of which %d s are in the package: %s yuan"
                .formatted(leg.seconds(), leg.charged(), leg.covered(), leg.cost());
    }

    /// @param billedSeconds of all components but recording
    /// @param callersLocalFeePerMinute for information: what the caller's own carrier may ask of him, never billed
    ///     by us
    record Shown(List<Line> lines, long billedSeconds, String callersLocalFeePerMinute) {}

    /// @param amount decimal yuan
    /// @param chinese why, in one sentence
    record Line(
            String component,
            String target,
            long seconds,
            long charged,
            long covered,
            String amount,
            String chinese,
            String english) {}
}
