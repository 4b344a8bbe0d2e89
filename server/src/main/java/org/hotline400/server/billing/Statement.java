package org.hotline400.server.billing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// What moved on a customer's account in a period. Days are Asia/Shanghai's.
///
/// @param until the first day that is not in it
/// @param opening balance at its beginning
/// @param entries the first thing first
/// @param closing the opening balance with all entries
public record Statement(
        TenantId tenant, LocalDate from, LocalDate until, Money opening, List<Entry> entries, Money closing) {
    public Statement {
        entries = List.copyOf(entries);
    }

    /// @param kind `top-up`, `call`, `rent`
    /// @param reference of a call, a bill, a payment
    /// @param change of the balance: more than 0 for what came
    /// @param balance after it
    public record Entry(Instant at, String kind, String reference, Money change, Money balance) {}
}
