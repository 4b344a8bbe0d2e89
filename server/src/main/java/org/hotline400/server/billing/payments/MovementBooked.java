package org.hotline400.server.billing.payments;

/// What became of confirming a transfer, or an odd payment.
public sealed interface MovementBooked {

    record Done(TopUp topUp) implements MovementBooked {}

    /// It had been confirmed before.
    record AsBefore(TopUp topUp) implements MovementBooked {}

    record Unknown() implements MovementBooked {}

    /// This movement is booked already.
    ///
    /// @param by the reference of what it was booked on
    record Used(String by) implements MovementBooked {}

    /// The same `Idempotency-Key` came with something else.
    record KeyUsed() implements MovementBooked {}

    /// This top-up is not paid by transfer: its provider tells what came.
    record NotByTransfer(TopUp topUp) implements MovementBooked {}
}
