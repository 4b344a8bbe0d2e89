package org.hotline400.server.tariffs.entitlements;

import java.time.LocalDate;
import java.util.Optional;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.contracts.ContractId;

/// A feature that was bought beside a contract's package. Days are Asia/Shanghai's.
///
/// @param pricePerMonth as it was when it was bought
/// @param until the first day on which it no longer holds; empty: it runs
public record BoughtOption(
        ContractId contract, Feature feature, Money pricePerMonth, LocalDate from, Optional<LocalDate> until) {

    public boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && until.map(day::isBefore).orElse(true);
    }
}
