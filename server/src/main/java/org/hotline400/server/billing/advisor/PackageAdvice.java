package org.hotline400.server.billing.advisor;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.charging.ChargedLegs;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.tariffs.contracts.Contract;
import org.springframework.stereotype.Service;

/// Which package would be best: for a contract by its own calls, for a visitor by what he says.
@Service
public class PackageAdvice {
    private final Tariffs tariffs;
    private final ChargedLegs legs;
    private final FeatureUse features;
    private final Clock clock;

    PackageAdvice(Tariffs tariffs, ChargedLegs legs, FeatureUse features, Clock clock) {
        this.tariffs = tariffs;
        this.legs = legs;
        this.features = features;
        this.clock = clock;
    }

    /// Goes through the contract's calls once, one by one. Runs in the caller's transaction.
    ///
    /// @param most months, 1 to 12
    public Advised of(Contract contract, int most) {
        return Basis.of(contract.starts(), contract.ends(), today(), most)
                .<Advised>map(basis -> new Advised.Done(advice(contract, basis)))
                .orElseGet(Advised.TooEarly::new);
    }

    private Advice advice(Contract contract, Basis basis) {
        return new Advisor(basis, onSale(), Optional.of(now(contract)), features.of(contract))
                .advise(taker -> legs.each(
                        contract.id(),
                        basis.from(),
                        basis.until(),
                        leg -> taker.accept(Leg.one(leg.component(), leg.from(), leg.seconds()))));
    }

    /// For whoever has no records.
    public Advice of(UsageGuess guess) {
        var month = YearMonth.from(today());
        return new Advisor(Basis.of(month), onSale(), Optional.empty(), FeatureUse.Use.UNKNOWN).advise(guess.in(month));
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    private List<Offer> onSale() {
        return tariffs.onSale().stream()
                .flatMap(tariff -> tariff.terms().stream()
                        .map(term -> new Offer(tariff, term.months(), tariffs.rent(tariff, term.months()))))
                .toList();
    }

    /// What is agreed; of a contract that has ended or has not begun, what was agreed last.
    private Offer now(Contract contract) {
        var span = contract.on(today()).orElseGet(() -> contract.spans().getLast());
        return new Offer(span.tariff(), span.termMonths(), span.rentPerMonth());
    }
}
