package org.hotline400.server.numbers.web;

import java.time.Instant;
import org.hotline400.server.numbers.stock.ImportReport;
import org.hotline400.server.numbers.stock.StockImport;
import org.jspecify.annotations.Nullable;

/// An import on the wire.
///
/// @param number absent after a dry run
/// @param dryRun whether this is only what would be done
/// @param repeated whether the file is the one that was taken in last, and nothing was done now
/// @param fileName as its sender called it
/// @param sha256 of the file
/// @param encoding what the file is written in: `UTF-8`, `GB18030`
/// @param state of lines that say none: `on-sale`, `off-sale`
record NumberImportBody(
        @Nullable Integer number,
        boolean dryRun,
        boolean repeated,
        String fileName,
        String sha256,
        String encoding,
        String state,
        @Nullable String author,
        @Nullable Instant at,
        ImportReport report) {

    static NumberImportBody of(StockImport made) {
        return body(made, false);
    }

    /// Of the file that was sent once more.
    static NumberImportBody repeated(StockImport made) {
        return body(made, true);
    }

    private static NumberImportBody body(StockImport made, boolean repeated) {
        return new NumberImportBody(
                made.number(),
                false,
                repeated,
                made.order().fileName(),
                made.sha256(),
                made.encoding(),
                NumberState.code(made.order().onSale()),
                made.order().author(),
                made.at(),
                made.report());
    }
}
