package org.hotline400.server.numbers.stock;

import java.io.IOException;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.numbers.NumberDirectory;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;

/// Takes in files of numbers that are on sale or not: as a whole or not at all, one after the other.
@Service
public class StockImports {
    private static final long PATIENCE_SECONDS = 10;

    private final Transactions transactions;
    private final StockRows rows;
    private final Stock stock;
    private final NumberDirectory numbers;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1);

    StockImports(Transactions transactions, StockRows rows, Stock stock, NumberDirectory numbers, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.stock = stock;
        this.numbers = numbers;
        this.clock = clock;
    }

    /// Takes a file in, or tells what it would do. Done, it is in force on this node when it returns.
    ///
    /// @throws InvalidInputException when the file as such is refused, or it is no dry run and has lines
    ///     that are wrong; nothing was changed then
    public ImportAnswer take(StockFile file, ImportOrder order) throws IOException {
        if (!hasTurn()) {
            return new ImportAnswer.Busy();
        }
        try {
            var reading = file.read(order.onSale());
            refuseEmpty(reading);
            return order.dryRun() ? rehearse(file, order, reading) : run(file, order, reading);
        } finally {
            turn.release();
        }
    }

    private boolean hasTurn() {
        try {
            return turn.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void refuseEmpty(StockReading reading) {
        if (reading.lines() == 0) {
            throw new InvalidInputException(
                    List.of(new Violation("body", "numbers.import-empty", "names no number: write one a line")));
        }
    }

    private ImportAnswer rehearse(StockFile file, ImportOrder order, StockReading reading) {
        stock.refresh();
        return transactions
                .asOperator(() -> same(file, order))
                .<ImportAnswer>map(ImportAnswer.Repeated::new)
                .orElseGet(() -> new ImportAnswer.Tried(report(reading)));
    }

    private ImportAnswer run(StockFile file, ImportOrder order, StockReading reading) {
        refuseFaulty(reading.faults());
        var answer =
                transactions.asOperator(() -> rows.tryLock() ? store(file, order, reading) : new ImportAnswer.Busy());
        stock.refresh();
        return answer;
    }

    private static void refuseFaulty(ImportReport.Faults faults) {
        if (faults.count() == 0) {
            return;
        }
        var violations = new ArrayList<>(faults.lines());
        int more = faults.count() - violations.size();
        if (more > 0) {
            violations.add(new Violation("body", "numbers.import-more", more + " more lines are wrong"));
        }
        throw new InvalidInputException(violations);
    }

    /// Nobody else imports meanwhile, so what is known after this refresh is what the import changes.
    private ImportAnswer store(StockFile file, ImportOrder order, StockReading reading) {
        var same = same(file, order);
        if (same.isPresent()) {
            return new ImportAnswer.Repeated(same.get());
        }
        stock.refresh();
        int number = rows.newest().map(StockImport::number).orElse(0) + 1;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var made = new StockImport(number, file.sha256(), file.encoding(), order, now, report(reading));
        rows.add(made, reading.numbers());
        return new ImportAnswer.Done(made);
    }

    /// The last import, when it was of this file.
    private Optional<StockImport> same(StockFile file, ImportOrder order) {
        return rows.newest()
                .filter(last ->
                        last.sha256().equals(file.sha256()) && last.order().onSale() == order.onSale());
    }

    private ImportReport report(StockReading reading) {
        return new ImportReport(
                reading.lines(),
                effect(reading.numbers()),
                conflicts(reading.numbers()),
                reading.overlaps(),
                reading.faults());
    }

    private ImportReport.Effect effect(ImportedNumbers imported) {
        var day = stock.today().day();
        var before = stock.table().on(day).onSale();
        var after = stock.table().after(imported).on(day).onSale();
        int numbers = imported.all().getCardinality();
        int setOnSale = RoaringBitmap.andNotCardinality(after, before);
        int setOffSale = RoaringBitmap.andNotCardinality(before, after);
        int waiting = RoaringBitmap.andNotCardinality(imported.onSale(), after);
        return new ImportReport.Effect(
                numbers, setOnSale, setOffSale, numbers - setOnSale - setOffSale - waiting, waiting);
    }

    private ImportReport.Conflicts conflicts(ImportedNumbers imported) {
        var taken = RoaringBitmap.and(imported.all(), numbers.taken());
        return new ImportReport.Conflicts(
                taken.getCardinality(),
                taken.stream()
                        .limit(ImportReport.NAMED)
                        .mapToObj(suffix -> HotlineNumber.ofSuffix(suffix).digits())
                        .toList());
    }

    public Optional<StockImport> find(int number) {
        return transactions.asOperator(() -> rows.find(number));
    }

    /// The newest first.
    ///
    /// @param before those before this one
    public Page<StockImport> list(Optional<Integer> before, int limit) {
        var found = transactions.asOperator(() -> rows.page(before.orElse(Integer.MAX_VALUE), limit + 1));
        return Page.of(found, limit, one -> Integer.toString(one.number()));
    }
}
