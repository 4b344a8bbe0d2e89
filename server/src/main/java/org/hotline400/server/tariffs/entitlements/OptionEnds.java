package org.hotline400.server.tariffs.entitlements;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.ContractChanged;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Ends options with their contract, and where a package that includes them takes the place of one that does not: what
/// is included is not paid for twice.
@Component
class OptionEnds {
    private final Contracts contracts;
    private final OptionRows rows;

    OptionEnds(Contracts contracts, OptionRows rows) {
        this.contracts = contracts;
        this.rows = rows;
    }

    /// In the transaction of the change.
    @EventListener
    void on(ContractChanged change) {
        contracts
                .find(change.contract())
                .ifPresent(contract -> rows.of(contract.id())
                        .forEach(option -> of(contract, option).ifPresent(ends -> rows.cut(option, ends))));
    }

    /// The first day on which an option does not hold because of its contract; empty when there is none.
    static Optional<LocalDate> of(Contract contract, BoughtOption option) {
        var included = contract.spans().stream()
                .filter(span -> span.tariff().entitlements().included().contains(option.feature()))
                .filter(span -> span.until().map(option.from()::isBefore).orElse(true))
                .map(Contract.Span::from);
        return Stream.concat(included, contract.ends().stream())
                .map(day -> day.isBefore(option.from()) ? option.from() : day)
                .min(LocalDate::compareTo);
    }
}
