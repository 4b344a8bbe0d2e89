package org.hotline400.server.charging.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.rating.Allowance;
import org.hotline400.server.tariffs.rating.Meter;
import org.hotline400.server.tariffs.rating.Ruler;

/// What a call costs: its stretches, rated in one pass in the order in which they began. The same function says what
/// has to be reserved, while the call lasts, and what is charged, when it is over; for the same seconds of bundles
/// the cost never falls as the call goes on, so that what was reserved for a later moment suffices for every earlier
/// one.
///
/// @param parts a component in a month each, in the order of the stretches
/// @param used seconds of each bundle, in the order of the bundles; never more than it has
record CallCost(List<Part> parts, Money total, List<Long> used) {
    private static final Comparator<Stretch> ORDER =
            Comparator.comparing(Stretch::from).thenComparing(Stretch::component);

    /// What one component came to in one month.
    ///
    /// @param month its first day
    /// @param charged seconds in whole increments
    /// @param covered of them, by bundles
    record Part(
            Component component,
            String target,
            Instant from,
            LocalDate month,
            long seconds,
            long charged,
            long covered,
            Money cost) {}

    CallCost {
        parts = List.copyOf(parts);
        used = List.copyOf(used);
    }

    /// @param bundles what expires first in front
    static CallCost of(PricedContract contract, List<Stretch> stretches, List<Bundle> bundles) {
        var rating = new Rating(contract, bundles);
        stretches.stream().sorted(ORDER).forEach(rating::add);
        return rating.cost();
    }

    private static final class Rating {
        private final PricedContract contract;
        private final List<Bundle> bundles;
        private final long[] left;
        private final List<Part> parts = new ArrayList<>();
        private Money total = Money.ZERO;

        Rating(PricedContract contract, List<Bundle> bundles) {
            this.contract = contract;
            this.bundles = bundles;
            this.left = bundles.stream().mapToLong(Bundle::seconds).toArray();
        }

        void add(Stretch stretch) {
            contract.ruler(stretch.component())
                    .filter(_ -> stretch.seconds() > 0)
                    .ifPresent(ruler -> rate(stretch, ruler));
        }

        private void rate(Stretch stretch, Ruler ruler) {
            boolean isBundled = contract.bundled().contains(stretch.component());
            var before = Meter.begin(ruler, stretch.from(), isBundled ? allowances() : List.of());
            long done = 0;
            while (done < stretch.seconds()) {
                long until = Math.min(stretch.seconds(), monthEnd(stretch, done));
                var after = before.upTo(until);
                // An increment that began in the last month goes on in this one.
                if (after.counted() > before.counted()) {
                    parts.add(part(stretch, before, after));
                }
                before = after;
                done = until;
            }
            total = total.plus(before.cost());
            if (isBundled) {
                System.arraycopy(before.left(), 0, left, 0, left.length);
            }
        }

        private static Part part(Stretch stretch, Meter before, Meter after) {
            var from = stretch.from().plusSeconds(before.counted());
            return new Part(
                    stretch.component(),
                    stretch.target(),
                    from,
                    month(from).atDay(1),
                    Math.min(stretch.seconds(), after.counted()) - before.counted(),
                    after.counted() - before.counted(),
                    after.covered() - before.covered(),
                    after.cost().minus(before.cost()));
        }

        private static YearMonth month(Instant at) {
            return YearMonth.from(at.atZone(BusinessTime.ZONE));
        }

        /// The second of the stretch with which the month ends that one of its seconds is in.
        private static long monthEnd(Stretch stretch, long second) {
            var at = stretch.from().plusSeconds(second);
            var next = month(at).plusMonths(1).atDay(1).atStartOfDay(BusinessTime.ZONE);
            return next.toEpochSecond() - stretch.from().getEpochSecond();
        }

        private List<Allowance> allowances() {
            var allowances = new ArrayList<Allowance>();
            for (int i = 0; i < left.length; i++) {
                allowances.add(bundles.get(i).with(left[i]).allowance());
            }
            return allowances;
        }

        CallCost cost() {
            var used = new ArrayList<Long>();
            for (int i = 0; i < left.length; i++) {
                used.add(bundles.get(i).seconds() - left[i]);
            }
            return new CallCost(parts, total, used);
        }
    }
}
