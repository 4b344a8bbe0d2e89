package org.hotline400.server.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.rating.Allowance;
import org.hotline400.server.tariffs.rating.Meter;
import org.hotline400.server.tariffs.rating.Ruler;

/// Talks of a contract, rated one after the other with the minutes that its package bundles each month, and summed by
/// month and component.
final class BilledLegs {
    private static final int SECONDS = 60;

    private final Tariff tariff;
    private final List<Talk> talks = new ArrayList<>();

    BilledLegs(Tariff tariff) {
        this.tariff = tariff;
    }

    private record Talk(Component component, LocalDateTime from, int seconds) {}

    /// @param from on the clocks of Shanghai
    BilledLegs talk(Component component, String from, int seconds) {
        talks.add(new Talk(component, LocalDateTime.parse(from), seconds));
        return this;
    }

    List<RatedCalls.Total> totals(Contract contract, LocalDate month) {
        var left = new HashMap<YearMonth, Long>();
        var totals = new HashMap<Component, RatedCalls.Total>();
        talks.stream().sorted(Comparator.comparing(Talk::from)).forEach(talk -> {
            for (var part : rate(talk, left).entrySet()) {
                if (part.getKey().equals(YearMonth.from(month))) {
                    var share = part.getValue();
                    totals.merge(
                            talk.component(),
                            new RatedCalls.Total(
                                    contract.id(), talk.component(), 1, share.charged, share.covered, share.cost),
                            BilledLegs::sum);
                }
            }
        });
        return List.copyOf(totals.values());
    }

    private static RatedCalls.Total sum(RatedCalls.Total one, RatedCalls.Total other) {
        return new RatedCalls.Total(
                one.contract(),
                one.component(),
                one.legs() + other.legs(),
                one.charged() + other.charged(),
                one.covered() + other.covered(),
                one.cost().plus(other.cost()));
    }

    private record Share(long charged, long covered, Money cost) {}

    private Map<YearMonth, Share> rate(Talk talk, Map<YearMonth, Long> left) {
        var from = talk.from().atZone(BusinessTime.ZONE).toInstant();
        var month = YearMonth.from(talk.from());
        var meter = Meter.begin(ruler(talk), from, allowances(talk, month, left));
        var shares = new HashMap<YearMonth, Share>();
        long end = start(month.plusMonths(1)).getEpochSecond() - from.getEpochSecond();
        var inMonth = meter.upTo(Math.min(end, talk.seconds()));
        shares.put(month, share(meter, inMonth));
        var all = inMonth.upTo(talk.seconds());
        if (all.counted() > inMonth.counted()) {
            shares.put(month.plusMonths(1), share(inMonth, all));
        }
        if (isBundled(talk)) {
            left.put(month, all.left()[0]);
            left.put(month.plusMonths(1), all.left()[1]);
        }
        return shares;
    }

    private static Share share(Meter before, Meter after) {
        return new Share(
                after.counted() - before.counted(),
                after.covered() - before.covered(),
                after.cost().minus(before.cost()));
    }

    private Ruler ruler(Talk talk) {
        return Ruler.of(tariff.calls().price(talk.component()).orElseThrow());
    }

    private boolean isBundled(Talk talk) {
        return tariff.calls().bundled().contains(talk.component());
    }

    private List<Allowance> allowances(Talk talk, YearMonth month, Map<YearMonth, Long> left) {
        return isBundled(talk) ? List.of(allowance(month, left), allowance(month.plusMonths(1), left)) : List.of();
    }

    private Allowance allowance(YearMonth month, Map<YearMonth, Long> left) {
        long granted = (long) tariff.minutes() * SECONDS;
        return new Allowance(start(month), start(month.plusMonths(1)), left.getOrDefault(month, granted));
    }

    private static Instant start(YearMonth month) {
        return month.atDay(1).atStartOfDay(BusinessTime.ZONE).toInstant();
    }
}
