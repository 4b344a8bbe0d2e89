package org.hotline400.server.callplans;

import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.prompts.PromptName;

/// Branches by the hour of the week in Chinese time.
///
/// ```json
/// {"type": "hours", "periods": [{"days": ["mon", "tue"], "from": "09:00", "to": "18:00"}],
///  "open": "reception", "closed": "message"}
/// ```
public record Hours(List<Period> periods, StepName open, StepName closed) implements Step {
    /// The whole country has one zone; it has no summer time since 1991.
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    static final String TYPE = "hours";

    public Hours {
        periods = List.copyOf(periods);
    }

    static Hours read(Fields fields) {
        return new Hours(
                fields.objects("periods", PlanBounds.MAX_PERIODS, Period::read),
                fields.step("open"),
                fields.step("closed"));
    }

    /// The period that this moment lies in; empty when closed.
    public Optional<Period> openPeriod(ZonedDateTime moment) {
        var local = moment.withZoneSameInstant(ZONE).toLocalDateTime();
        for (var period : periods) {
            if (period.contains(local)) {
                return Optional.of(period);
            }
        }
        return Optional.empty();
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public List<Exit> exits() {
        return List.of(new Exit("open", open, false), new Exit("closed", closed, false));
    }

    @Override
    public List<PromptName> prompts() {
        return List.of();
    }
}
