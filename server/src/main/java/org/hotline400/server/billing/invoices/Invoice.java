package org.hotline400.server.billing.invoices;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// A request for an invoice on a paid bill, and what became of it.
///
/// @param asked what was asked for; never changes
/// @param batch in which it was handed to the operator's tax system; empty: not yet
/// @param number there when it was made out
/// @param refusal why it was refused
/// @param pdf the SHA-256 of the attached file, hexadecimal
/// @param reversal what took it back
public record Invoice(
        InvoiceId id,
        TenantId tenant,
        Asked asked,
        InvoiceState state,
        Change last,
        Optional<Batch> batch,
        Optional<Made> number,
        Optional<String> refusal,
        Optional<String> pdf,
        Optional<Reversal> reversal) {

    /// @param amount with tax, whole fen: of the bill, less its credit notes, when it was asked
    /// @param taxes by rate
    public record Asked(
            BillId bill,
            String billNumber,
            HotlineNumber hotline,
            LocalDate month,
            InvoiceKind kind,
            Money amount,
            List<Bill.TaxGroup> taxes,
            Buyer buyer,
            Change by) {
        public Asked {
            taxes = List.copyOf(taxes);
        }
    }

    /// Who did something, and when.
    public record Change(String by, Instant at) {}

    public record Batch(UUID id, Instant at) {}

    /// What the tax system has made.
    ///
    /// @param code 发票代码; empty for a fully digital invoice, whose number has 20 digits
    /// @param number 发票号码
    public record Made(String code, String number, LocalDate day) {}

    /// @param number of the red invoice
    /// @param creditNote that it follows
    public record Reversal(String number, LocalDate day, String creditNote) {}
}
