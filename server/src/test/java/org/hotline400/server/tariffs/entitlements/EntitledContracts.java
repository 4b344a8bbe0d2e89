package org.hotline400.server.tariffs.entitlements;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.CallCharges;
import org.hotline400.server.tariffs.Entitlements;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Terms;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractId;

/// Contracts whose packages have some features and not others.
final class EntitledContracts {
    static final HotlineNumber NUMBER = new HotlineNumber("4009970001");
    static final HotlineNumber OTHER = new HotlineNumber("4009970002");
    static final LocalDate FIRST = LocalDate.of(2026, 11, 2);
    static final Money PRICE = Money.ofYuan(20);

    private EntitledContracts() {}

    static Tariff with(Feature... included) {
        return new Tariff(
                "entitled",
                1,
                LocalDate.of(2026, 1, 1),
                "套餐",
                "Package",
                Tariff.Usage.ANY,
                Money.ofYuan(100),
                0,
                Money.ZERO,
                List.of(new Tariff.Term(12, 0)),
                CallCharges.FREE,
                Terms.USUAL,
                new Entitlements(Set.of(included), Map.of(Feature.RECORDING, PRICE)));
    }

    static Contract.Span span(String from, String until, HotlineNumber number, Tariff tariff) {
        return new Contract.Span(
                LocalDate.parse(from),
                until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)),
                number,
                tariff,
                Money.ofYuan(100),
                12);
    }

    static Contract contract(Contract.Span... spans) {
        return new Contract(ContractId.next(), new TenantId(UUID.randomUUID()), List.of(spans), FIRST.plusMonths(1));
    }

    static BoughtOption recording(Contract contract, String from, String until) {
        return new BoughtOption(
                contract.id(),
                Feature.RECORDING,
                PRICE,
                LocalDate.parse(from),
                until.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(until)));
    }
}
