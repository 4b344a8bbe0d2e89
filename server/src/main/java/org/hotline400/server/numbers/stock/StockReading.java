package org.hotline400.server.numbers.stock;

/// What a file of numbers was found to say.
///
/// @param numbers of the sound lines
/// @param lines read, the heading not counted
record StockReading(ImportedNumbers numbers, int lines, ImportReport.Overlaps overlaps, ImportReport.Faults faults) {}
