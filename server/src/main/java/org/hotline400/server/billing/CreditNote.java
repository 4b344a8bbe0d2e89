package org.hotline400.server.billing;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;

/// Takes back some of an issued bill.
///
/// @param number `CN-202611-000007`
/// @param billNumber of the bill
/// @param taxes contained in it, by rate
/// @param reason as it is printed
/// @param hash SHA-256 of what was issued, hexadecimal
public record CreditNote(
        UUID id,
        TenantId tenant,
        BillId bill,
        String number,
        String billNumber,
        List<Line> lines,
        List<Bill.TaxGroup> taxes,
        String reason,
        Instant issued,
        String hash) {
    public CreditNote {
        lines = List.copyOf(lines);
        taxes = List.copyOf(taxes);
    }

    public Money total() {
        return lines.stream().map(Line::amount).reduce(Money.ZERO, Money::plus);
    }

    /// What is taken back of a line of the bill.
    ///
    /// @param line counts the bill's lines from 1
    /// @param kind of that line
    /// @param amount more than 0, whole fen
    /// @param taxPercent of that line
    public record Line(int line, String kind, Money amount, int taxPercent) {}
}
