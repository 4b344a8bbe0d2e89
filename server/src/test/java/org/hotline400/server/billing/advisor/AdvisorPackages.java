package org.hotline400.server.billing.advisor;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.CallCharges;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Entitlements;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Tariff.Term;
import org.hotline400.server.tariffs.Terms;
import org.hotline400.server.tariffs.rating.Price;
import org.hotline400.server.tariffs.rating.Rate;
import org.hotline400.server.tariffs.rating.Step;
import org.hotline400.server.tariffs.rating.Window;

/// The packages that the advisor's stories are about, with the seed's figures, and calls to replay.
final class AdvisorPackages {
    static final Set<Component> FORWARDED = Set.of(Component.FORWARD_FIXED, Component.FORWARD_MOBILE);
    static final Tariff STANDARD = byTheMinute("standard", "200.00", 2000, "0.18");
    static final Tariff STANDARD_PLUS = byTheMinute("standard-plus", "350.00", 3500, "0.17");
    static final Tariff BUSINESS = byTheMinute("business", "800.00", 8000, "0.16");

    private AdvisorPackages() {}

    private static Tariff byTheMinute(String code, String rent, int minutes, String perMinute) {
        return tariff(code, rent, minutes, Price.always(Rate.perMinute(perMinute), 60), Terms.USUAL);
    }

    /// Both kinds of forwarding at one price, paid for by the bundle.
    static Tariff tariff(String code, String rent, int minutes, Price price, Terms conditions) {
        var calls = new CallCharges(Map.of(Component.FORWARD_FIXED, price, Component.FORWARD_MOBILE, price), FORWARDED);
        return new Tariff(
                code,
                1,
                LocalDate.of(2026, 1, 1),
                "套餐 " + code,
                code,
                Tariff.Usage.ANY,
                Money.parse(rent),
                minutes,
                Money.parse("0.18"),
                List.of(new Term(12, 20), new Term(24, 25), new Term(36, 30)),
                calls,
                conditions,
                Entitlements.ALL);
    }

    static Tariff with(Tariff tariff, Entitlements entitlements) {
        return new Tariff(
                tariff.code(),
                tariff.version(),
                tariff.starts(),
                tariff.chinese(),
                tariff.english(),
                tariff.usage(),
                tariff.rentPerMonth(),
                tariff.minutes(),
                tariff.perMinute(),
                tariff.terms(),
                tariff.calls(),
                tariff.conditions(),
                entitlements);
    }

    /// 0.15 a minute by day, 0.10 from 22:00 to 08:00, both by the begun minute.
    static Price dayAndNight() {
        return Price.of(List.of(
                new Window(LocalTime.of(8, 0), List.of(new Step(0, Rate.perMinute("0.15"), 60))),
                new Window(LocalTime.of(22, 0), List.of(new Step(0, Rate.perMinute("0.10"), 60)))));
    }

    static Offer offer(Tariff tariff, int termMonths, String rent) {
        return new Offer(tariff, termMonths, Money.parse(rent));
    }

    static Leg leg(Component component, String local, long seconds) {
        return Leg.one(
                component, LocalDateTime.parse(local).atZone(BusinessTime.ZONE).toInstant(), seconds);
    }

    /// Calls to a fixed line of five minutes each, one an hour and more from the first of a month at noon on.
    static List<Leg> ofFiveMinutes(YearMonth month, int calls) {
        var noon = month.atDay(1).atTime(12, 0).atZone(BusinessTime.ZONE).toInstant();
        var legs = new ArrayList<Leg>();
        for (int i = 0; i < calls; i++) {
            legs.add(Leg.one(Component.FORWARD_FIXED, noon.plusSeconds(i * 600L), 300));
        }
        return legs;
    }

    static Legs legs(List<Leg> legs) {
        return legs::forEach;
    }

    static Basis months(YearMonth first, int count) {
        return Basis.of(
                        first.atDay(1),
                        Optional.empty(),
                        first.plusMonths(count).atDay(1),
                        Basis.MOST)
                .orElseThrow();
    }
}
