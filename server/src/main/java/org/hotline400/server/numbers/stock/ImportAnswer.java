package org.hotline400.server.numbers.stock;

/// What became of a file of numbers.
public sealed interface ImportAnswer {
    /// Taken in, and in force on this node.
    record Done(StockImport made) implements ImportAnswer {}

    /// Nothing was changed: this is what would have been.
    record Tried(ImportReport report) implements ImportAnswer {}

    /// It is the file that was taken in last, so there is nothing to do. After another import in between, it
    /// would have been taken in anew.
    record Repeated(StockImport earlier) implements ImportAnswer {}

    /// Others are being taken in; in a moment it will do.
    record Busy() implements ImportAnswer {}
}
