package org.hotline400.server.ledger;

/// One thing that must hold of the books. Other modules add theirs, as beans: such as that rated calls are the calls on
/// record.
public interface LedgerCheck {

    /// Looks at everything, in a transaction of the operator that may take minutes; changes nothing.
    CheckResult look();
}
