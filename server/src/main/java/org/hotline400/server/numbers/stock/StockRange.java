package org.hotline400.server.numbers.stock;

/// What an import says of numbers in a row.
public record StockRange(NumberRange numbers, boolean onSale) {}
