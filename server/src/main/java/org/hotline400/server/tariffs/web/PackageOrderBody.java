package org.hotline400.server.tariffs.web;

import java.time.LocalDate;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.PackageOrder;
import org.jspecify.annotations.Nullable;

/// Another package or term on the wire.
///
/// @param tariff the code of a package on sale
/// @param termMonths one of its terms; 0: from month to month
/// @param from the first day; absent: today
/// @param reason for the record
record PackageOrderBody(
        @Nullable String tariff,
        @Nullable Integer termMonths,
        @Nullable String from,
        @Nullable String reason) {

    PackageOrder read(ContractId contract, Caller caller, LocalDate today) {
        var checks = new Checks();
        var code = checks.read("tariff", "malformed", tariff, text -> text);
        var term = checks.read("termMonths", "malformed", termMonths, months -> months);
        var day = ContractDays.read(checks, "from", from, today);
        var by = checks.read("reason", "malformed", reason == null ? "changed" : reason, why -> by(caller, why));
        checks.done();
        return new PackageOrder(contract, code.get(), term.get(), day.orElse(today), by.get());
    }

    static PackageOrder.By by(Caller caller, String reason) {
        return new PackageOrder.By(caller.name(), reason, caller.isOperator());
    }
}
