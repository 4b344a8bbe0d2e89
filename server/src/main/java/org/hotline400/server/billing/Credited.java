package org.hotline400.server.billing;

import org.hotline400.server.kernel.Money;

/// What became of asking for a credit note.
public sealed interface Credited {

    record Done(CreditNote note) implements Credited {}

    /// It was issued before, by the same request.
    record AsBefore(CreditNote note) implements Credited {}

    /// There is no such issued bill.
    record Unknown(BillId bill) implements Credited {}

    /// The bill has no such line.
    record NoSuchLine(int line) implements Credited {}

    /// More than is left of a line.
    record TooMuch(int line, Money left) implements Credited {}

    /// The same `Idempotency-Key` came with something else.
    record KeyUsed() implements Credited {}
}
