package org.hotline400.server.enrolment.payments;

/// What became of booking a movement of money.
public sealed interface MoneyBooked {

    /// It is written down; the payment's state tells whether it was enough, too little or too much.
    record Done(Payment payment) implements MoneyBooked {}

    /// It had been written down before.
    record AsBefore(Payment payment) implements MoneyBooked {}

    record Unknown(PaymentId id) implements MoneyBooked {}

    /// This reference of the bank stands for another movement already: of this payment or another one.
    ///
    /// @param payment the reference of the payment that has it
    record BankReferenceUsed(String payment) implements MoneyBooked {}

    /// The same `Idempotency-Key` came with something else.
    record KeyUsed() implements MoneyBooked {}

    /// No money was asked for yet.
    record NotAsked(Payment payment) implements MoneyBooked {}

    /// More than is owed cannot go back.
    record MoreThanOwed(Payment payment) implements MoneyBooked {}
}
