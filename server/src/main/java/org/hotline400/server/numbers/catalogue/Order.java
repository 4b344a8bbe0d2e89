package org.hotline400.server.numbers.catalogue;

/// In which order numbers are found; equal ones by number.
public enum Order {
    /// Most memorable first.
    MEMORABILITY,
    /// Cheapest first.
    PRICE,
    /// Dearest first.
    PRICE_DOWN,
    NUMBER
}
