package org.hotline400.server.billing;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.CallCharges;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Entitlements;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Terms;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.rating.Price;
import org.hotline400.server.tariffs.rating.Rate;
import org.hotline400.server.tariffs.rating.Step;
import org.hotline400.server.tariffs.rating.Window;

/// Contracts and packages to be billed.
public final class BilledContracts {
    private BilledContracts() {}

    /// 800 yuan a month with 8,000 minutes: 0.16 a begun minute from 8 o'clock, 0.11 from 22; the menu costs 0.0125.
    static Tariff business() {
        var talk = Price.of(List.of(window("08:00", "0.16"), window("22:00", "0.11")));
        return tariff(
                "800.00",
                8_000,
                new CallCharges(
                        Map.of(
                                Component.FORWARD_FIXED,
                                talk,
                                Component.FORWARD_MOBILE,
                                talk,
                                Component.PLATFORM,
                                Price.always(Rate.perMinute("0.0125"), 60)),
                        Set.of(Component.FORWARD_FIXED, Component.FORWARD_MOBILE)),
                Terms.USUAL);
    }

    private static Window window(String from, String perMinute) {
        return new Window(LocalTime.parse(from), List.of(new Step(0, Rate.perMinute(perMinute), 60)));
    }

    public static Tariff tariff(String rent, int minutes, CallCharges calls, Terms terms) {
        return new Tariff(
                "business",
                1,
                LocalDate.of(2026, 1, 1),
                "商务套餐",
                "Business",
                Tariff.Usage.ANY,
                Money.parse(rent),
                minutes,
                Money.parse("0.16"),
                List.of(new Tariff.Term(24, 25)),
                calls,
                terms,
                Entitlements.ALL);
    }

    /// One span that goes on, nothing paid in advance.
    public static Contract since(String day, Tariff tariff, String rent) {
        return paidUntil(day, day, tariff, rent);
    }

    public static Contract paidUntil(String day, String paidUntil, Tariff tariff, String rent) {
        var from = LocalDate.parse(day);
        var span = new Contract.Span(
                from, Optional.empty(), new HotlineNumber("4008888888"), tariff, Money.parse(rent), 24);
        return new Contract(
                ContractId.next(), new TenantId(UUID.randomUUID()), List.of(span), LocalDate.parse(paidUntil));
    }
}
