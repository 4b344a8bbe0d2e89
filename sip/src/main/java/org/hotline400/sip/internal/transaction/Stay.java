package org.hotline400.sip.internal.transaction;

import java.util.List;

/// Where a transaction is kept while it lives.
interface Stay {
    /// Nobody keeps it any more.
    Stay OVER = () -> {};

    /// The transaction has terminated.
    void ended();

    /// It has nothing left to do but to answer what is repeated and may be forgotten meanwhile: whoever
    /// repeats finds one made of what it leaves.
    ///
    /// @return false when it must be kept as it is
    default boolean sleeps(List<byte[]> remains) {
        return false;
    }
}
