package org.hotline400.server.limits;

import org.hotline400.server.callplans.PlanSettings;

/// How many calls a number takes; 0 is no limit.
///
/// @param simultaneous at the same time
/// @param perSecond begun in one second of the database's clock
/// @param perMonth begun in one calendar month of Asia/Shanghai
public record NumberLimits(int simultaneous, int perSecond, long perMonth) {
    public static final NumberLimits NONE = new NumberLimits(0, 0, 0);

    public NumberLimits {
        if (simultaneous < 0 || perSecond < 0 || perMonth < 0) {
            throw new IllegalArgumentException("a limit is at least 1, or 0 for none");
        }
    }

    /// So many calls at the same time, and no other limit.
    public static NumberLimits atOnce(int most) {
        return new NumberLimits(most, 0, 0);
    }

    /// What the settings of a number's plan say.
    static NumberLimits of(PlanSettings settings) {
        var capacity = settings.capacity();
        return new NumberLimits(capacity.calls(), capacity.callsPerSecond(), capacity.callsPerMonth());
    }

    /// Whether calls must be counted while they last, or over the month.
    boolean countCalls() {
        return simultaneous > 0 || perMonth > 0;
    }
}
