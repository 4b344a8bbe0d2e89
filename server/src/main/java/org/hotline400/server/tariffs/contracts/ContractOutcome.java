package org.hotline400.server.tariffs.contracts;

import java.time.LocalDate;
import org.hotline400.server.kernel.HotlineNumber;

/// What became of an attempt to change a contract.
public sealed interface ContractOutcome {

    /// It is agreed.
    record Done(Contract contract) implements ContractOutcome {}

    /// It had been agreed before: nothing has changed.
    record AsBefore(Contract contract) implements ContractOutcome {}

    record Unknown() implements ContractOutcome {}

    /// The day is over: what was agreed for it stays.
    record Past(LocalDate today) implements ContractOutcome {}

    /// The contract begins later than that.
    record NotBegun(LocalDate starts) implements ContractOutcome {}

    /// It will not hold on that day.
    record Ended(LocalDate ends) implements ContractOutcome {}

    /// Its holder has given up the number, or has it in service no more: nothing goes on for it.
    record NumberGone(HotlineNumber number) implements ContractOutcome {}

    /// No such package is sold today, or it has no such term.
    record NotOffered() implements ContractOutcome {}

    /// A smaller package can be had from the end of the term on.
    record Bound(LocalDate until) implements ContractOutcome {}
}
