package org.hotline400.server.ledger;

/// What became of taking a transfer back.
public sealed interface Reversal {

    record Done(Transfer reversal) implements Reversal {}

    /// It was taken back by this very key before.
    record AsBefore(Transfer reversal) implements Reversal {}

    /// No such transfer was posted.
    record Unknown() implements Reversal {}

    /// @param by the key of the transfer that took it back
    record ReversedBefore(String by) implements Reversal {}

    /// The new key stands for something else.
    record KeyUsed() implements Reversal {}

    /// The account that would have to give it back has not got it any more.
    record TooLittle(AccountId account, long available) implements Reversal {}
}
