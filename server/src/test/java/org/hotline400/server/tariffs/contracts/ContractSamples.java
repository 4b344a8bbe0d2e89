package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.CallCharges;
import org.hotline400.server.tariffs.Entitlements;
import org.hotline400.server.tariffs.FirstMonth;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Terms;
import org.hotline400.server.tariffs.UnusedMinutes;
import org.hotline400.server.tariffs.contracts.Contract.Span;

/// Contracts to reckon with: for a number from 2026-11-27 on.
final class ContractSamples {
    static final HotlineNumber NUMBER = new HotlineNumber("4009990001");
    static final HotlineNumber OTHER = new HotlineNumber("4009990002");
    static final LocalDate FIRST = LocalDate.of(2026, 11, 27);

    private ContractSamples() {}

    /// 100 yuan with 800 minutes; 20 percent off for a year, 30 for three.
    static Tariff small(FirstMonth firstMonth, Terms.EarlyExit exit) {
        return tariff("small", "100", 800, firstMonth, exit);
    }

    /// 200 yuan with 2,000 minutes.
    static Tariff big() {
        return tariff("big", "200", 2000, FirstMonth.PRO_RATA, Terms.EarlyExit.DISCOUNT_BACK);
    }

    static Tariff tariff(String code, String rent, int minutes, FirstMonth firstMonth, Terms.EarlyExit exit) {
        return new Tariff(
                code,
                1,
                LocalDate.of(2026, 1, 1),
                "套餐",
                "Package",
                Tariff.Usage.ANY,
                Money.parse(rent),
                minutes,
                Money.ZERO,
                List.of(new Tariff.Term(12, 20), new Tariff.Term(24, 25), new Tariff.Term(36, 30)),
                CallCharges.FREE,
                new Terms(new UnusedMinutes.Expire(), firstMonth, Money.ZERO, exit),
                Entitlements.ALL);
    }

    static Contract paidForAMonth(Tariff tariff) {
        return signed(tariff, FIRST, FIRST.plusMonths(1));
    }

    static Contract unpaid(Tariff tariff, LocalDate starts) {
        return signed(tariff, starts, starts);
    }

    private static Contract signed(Tariff tariff, LocalDate starts, LocalDate paidUntil) {
        return new Contract(
                ContractId.next(),
                new TenantId(UUID.randomUUID()),
                Agreement.spans(starts, NUMBER, tariff, 12),
                paidUntil);
    }

    /// Agreed on something else from a day on, or on nothing any more.
    static Contract from(Contract contract, String day, List<Span> spans) {
        var bound = spans.stream()
                .map(span -> span.boundBy(contract.spans().getLast().binding()))
                .toList();
        var agreement = new Agreement(LocalDate.parse(day), NUMBER, bound, Money.ZERO);
        return new Contract(contract.id(), contract.tenant(), agreement.after(contract.spans()), contract.paidUntil());
    }

    static Contract changed(Contract contract, String day, Tariff tariff, int termMonths) {
        return from(contract, day, Agreement.spans(LocalDate.parse(day), NUMBER, tariff, termMonths));
    }
}
