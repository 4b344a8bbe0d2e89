package org.hotline400.server.numbers.promotions;

/// What became of taking a number by a promotion.
public sealed interface Taking {
    /// It is the buyer's at the promotion's price: now, or since an earlier try for the same number and buyer.
    record Taken(Promotion promotion) implements Taking {}

    /// Its quota is used up.
    ///
    /// @param byTenant whether only the enterprise's own share is, and others may still take
    record Exhausted(boolean byTenant) implements Taking {}

    /// There is none, it has not begun, or it is over.
    record NotRunning() implements Taking {}

    /// It is not for this number.
    record DoesNotApply() implements Taking {}
}
