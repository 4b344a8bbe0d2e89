package org.hotline400.server.numbers.stock;

import java.time.Instant;

/// A file of numbers that was taken in.
///
/// @param number counted from 1; of two imports that name a number the one with the higher counts
/// @param sha256 of the file, 64 hexadecimal digits
/// @param encoding of the file: `UTF-8`, `GB18030`
/// @param order how it was to be taken in
/// @param report what it did then
public record StockImport(
        int number, String sha256, String encoding, ImportOrder order, Instant at, ImportReport report) {}
