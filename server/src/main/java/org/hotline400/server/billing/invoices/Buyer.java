package org.hotline400.server.billing.invoices;

import java.util.Optional;

/// To whom an invoice is made out. Sealed wherever it is kept.
///
/// @param title 抬头, as in the licence
/// @param taxNumber 税号: a unified social credit code
/// @param seat there for special invoices
/// @param mail where the invoice is sent
public record Buyer(String title, String taxNumber, Optional<Seat> seat, String mail) {

    /// Where a buyer has his seat and his bank.
    public record Seat(String address, String phone, String bank, String account) {}
}
