package org.hotline400.server.billing.advisor;

import java.time.Instant;
import java.time.YearMonth;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.rating.Meter;
import org.hotline400.server.tariffs.rating.Ruler;

/// Counts legs along one package's prices and bundled minutes, as charging does: each in one pass, in the
/// order in which they began, an increment at the price, the bundle and the month of its first second. Keeps
/// sums only.
final class Replay {
    private final Tariff tariff;
    private final Basis basis;
    private final Volume volume;
    private final Map<Component, Ruler> rulers = new EnumMap<>(Component.class);
    private final Grants grants;
    private final Instant[] starts;
    private final MonthTally[] tallies;
    private int month;

    Replay(Tariff tariff, Basis basis, Volume volume) {
        this(tariff, basis, volume, new Grants(tariff, basis));
    }

    /// One month, of which only some seconds are bundled.
    static Replay ofMonth(Tariff tariff, YearMonth month, long bundled) {
        var basis = Basis.of(month);
        return new Replay(tariff, basis, Volume.AS_IT_WAS, new Grants(tariff, basis, bundled));
    }

    private Replay(Tariff tariff, Basis basis, Volume volume, Grants grants) {
        this.tariff = tariff;
        this.basis = basis;
        this.volume = volume;
        tariff.calls().prices().forEach((component, price) -> rulers.put(component, Ruler.of(price)));
        this.grants = grants;
        int months = basis.months().size();
        starts = IntStream.rangeClosed(0, months).mapToObj(basis::start).toArray(Instant[]::new);
        tallies = IntStream.range(0, months).mapToObj(_ -> new MonthTally()).toArray(MonthTally[]::new);
    }

    /// Legs that began outside the months are passed over; what lasts beyond them is not counted.
    void take(Leg leg) {
        if (leg.from().isBefore(starts[0]) || !leg.from().isBefore(starts[tallies.length])) {
            return;
        }
        month = monthOf(leg.from());
        long copies = tallies[month].copies(leg, filled(month));
        var ruler = rulers.get(leg.component());
        if (ruler != null && leg.seconds() > 0) {
            count(leg, ruler, copies);
        }
    }

    /// Legs come nearly in order, so it is near the last one's.
    private int monthOf(Instant from) {
        int place = month;
        while (from.isBefore(starts[place])) {
            place--;
        }
        while (!from.isBefore(starts[place + 1])) {
            place++;
        }
        return place;
    }

    private Volume filled(int place) {
        var known = basis.months().get(place);
        return known.isWhole() ? volume : volume.times(known.month().lengthOfMonth(), known.days());
    }

    /// Legs alike are counted together as long as the same pays for them in the same way.
    private void count(Leg leg, Ruler ruler, long copies) {
        boolean isBundled = tariff.calls().bundled().contains(leg.component());
        for (long rest = copies; rest > 0; ) {
            List<Integer> payers = isBundled ? grants.of(month) : List.of();
            var meter = Meter.begin(ruler, leg.from(), grants.allowances(payers));
            var counted = new Counted(leg, meter, isBundled).overMonths();
            long times = Math.min(rest, counted.repeats(payers));
            counted.add(times);
            grants.take(payers, counted.meter.left(), times);
            rest -= times;
        }
    }

    List<MonthUse> months() {
        return IntStream.range(0, tallies.length)
                .mapToObj(i -> tallies[i].use(basis.months().get(i).month(), grants.left(i)))
                .toList();
    }

    /// What the first month's legs came to.
    List<RatedCalls.Total> totals(ContractId contract) {
        return tallies[0].totals(contract);
    }

    /// One leg, month by month.
    private final class Counted {
        private final Leg leg;
        private final boolean isBundled;
        private final Meter[] ends;
        private Meter meter;
        private int months;

        Counted(Leg leg, Meter begun, boolean isBundled) {
            this.leg = leg;
            this.isBundled = isBundled;
            meter = begun;
            ends = new Meter[tallies.length - month + 1];
            ends[0] = begun;
        }

        Counted overMonths() {
            boolean lasts = true;
            for (int at = month; at < tallies.length && lasts; at++) {
                long rest = starts[at + 1].getEpochSecond() - leg.from().getEpochSecond();
                meter = meter.upTo(Math.min(leg.seconds(), rest));
                months++;
                ends[months] = meter;
                lasts = leg.seconds() > rest;
            }
            return this;
        }

        /// How many like this one, and this one, come to the same.
        long repeats(List<Integer> payers) {
            if (meter.covered() == 0) {
                return Long.MAX_VALUE;
            }
            boolean isOnePayer = payers.size() == 1 || meter.left()[0] > 0;
            boolean isWhole = meter.covered() == meter.counted() && months == 1;
            return isWhole && isOnePayer ? Math.max(1, grants.left(payers.getFirst()) / meter.counted()) : 1;
        }

        void add(long times) {
            for (int i = 1; i <= months; i++) {
                var before = ends[i - 1];
                var after = ends[i];
                var one = new MonthTally.Sum(
                        1,
                        after.counted() - before.counted(),
                        after.covered() - before.covered(),
                        after.cost().minus(before.cost()));
                if (one.charged() > 0) {
                    tallies[month + i - 1].add(leg.component(), one.times(times), isBundled);
                }
            }
        }
    }
}
