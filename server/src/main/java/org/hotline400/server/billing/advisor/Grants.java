package org.hotline400.server.billing.advisor;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.UnusedMinutes;
import org.hotline400.server.tariffs.rating.Allowance;

/// The bundled minutes of each replayed month, as far as they are left; the oldest are used first.
final class Grants {
    private static final int MINUTE = 60;

    private final Instant[] starts;
    private final long[] left;
    private final int lasts;

    Grants(Tariff tariff, Basis basis) {
        this(tariff, basis, (long) tariff.minutes() * MINUTE);
    }

    /// @param seconds bundled in each month
    Grants(Tariff tariff, Basis basis, long seconds) {
        lasts = switch (tariff.conditions().unused()) {
            case UnusedMinutes.CarryOver(int months) -> months + 1;
            case UnusedMinutes.Expire() -> 1;
            case UnusedMinutes.PayByUse() -> 1;
        };
        int months = basis.months().size();
        left = new long[months];
        Arrays.fill(left, seconds);
        starts = new Instant[months + lasts];
        for (int i = 0; i < starts.length; i++) {
            starts[i] = basis.start(i);
        }
    }

    /// Which of them may pay for a leg that begins in a month: those of the next one too, as it may last into
    /// it.
    List<Integer> of(int month) {
        var of = new ArrayList<Integer>();
        for (int i = Math.max(0, month - lasts + 1); i <= Math.min(month + 1, left.length - 1); i++) {
            if (left[i] > 0) {
                of.add(i);
            }
        }
        return of;
    }

    List<Allowance> allowances(List<Integer> of) {
        return of.stream()
                .map(i -> new Allowance(starts[i], starts[i + lasts], left[i]))
                .toList();
    }

    long left(int month) {
        return left[month];
    }

    /// Takes what a leg used, some times over.
    void take(List<Integer> of, long[] leftAfterOne, long times) {
        for (int i = 0; i < leftAfterOne.length; i++) {
            int grant = of.get(i);
            left[grant] = Math.max(0, left[grant] - (left[grant] - leftAfterOne[i]) * times);
        }
    }
}
