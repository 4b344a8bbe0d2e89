package org.hotline400.server.ledger;

/// What became of a transfer.
public sealed interface Posting {

    record Done() implements Posting {}

    /// It was posted before, exactly so.
    record AsBefore() implements Posting {}

    /// The key stands for another transfer already.
    record KeyUsed() implements Posting {}

    /// It would take the account below its floor.
    ///
    /// @param available what could be taken
    record TooLittle(AccountId account, long available) implements Posting {}
}
