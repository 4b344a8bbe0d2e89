package org.hotline400.server.billing.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.month.Reckoning;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractId;

/// A bill that is about to be issued.
///
/// @param usedAdvance of rents paid in advance; below zero for what it brings in
record NewBill(
        BillId id,
        String number,
        Kind kind,
        Subject subject,
        Reckoning reckoning,
        String content,
        Money usedAdvance,
        Instant issuedAt,
        LocalDate due) {

    /// What it is for.
    ///
    /// @param month its first day
    record Subject(TenantId tenant, ContractId contract, HotlineNumber hotline, LocalDate month) {}

    /// What began it.
    enum Kind {
        /// The number came into service.
        START,
        /// A month is over.
        MONTH;

        /// The text code: `start`.
        String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }
}
