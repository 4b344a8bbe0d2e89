package org.hotline400.server.lists;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.internal.EntryFile;
import org.hotline400.server.lists.internal.EntryRows;
import org.hotline400.server.lists.internal.ListRows;
import org.hotline400.server.lists.internal.LongTable;
import org.hotline400.server.lists.internal.PatternKeys;
import org.hotline400.server.web.CsvFile;
import org.springframework.stereotype.Service;

/// Lists as CSV files: taken in as a whole or not at all, and given out row by row.
@Service
public class ListFiles {
    /// At a time on this node, so that files of millions of rows leave the database to others too.
    private static final int AT_ONCE = 2;

    private static final int BATCH = 5_000;

    private final Transactions transactions;
    private final CallerLists lists;
    private final ListRows rows;
    private final EntryRows entries;
    private final Clock clock;
    private final Semaphore places = new Semaphore(AT_ONCE);

    public ListFiles(Transactions transactions, CallerLists lists, ListRows rows, EntryRows entries, Clock clock) {
        this.transactions = transactions;
        this.lists = lists;
        this.rows = rows;
        this.entries = entries;
        this.clock = clock;
    }

    /// Takes a file into a list.
    ///
    /// @throws org.hotline400.server.kernel.InvalidInputException naming the lines at fault; nothing was
    ///     changed then
    public ListChange<ImportReport> take(TenantId tenant, ListName name, CsvFile file, ImportOrder order) {
        if (!places.tryAcquire()) {
            return new ListChange.Refused<>(new ListRefusal.Busy());
        }
        try {
            var known = lists.find(tenant, name);
            if (known.isEmpty()) {
                return new ListChange.Refused<>(new ListRefusal.UnknownList());
            }
            var read = EntryFile.read(file, known.get().kind());
            return order.dryRun()
                    ? transactions.asTenant(
                            tenant, () -> plan(known.get(), read, order).map(Plan::report))
                    : lists.changing(
                            tenant, name, list -> plan(list, read, order).map(plan -> store(list, read, plan)));
        } catch (IOException e) {
            throw new UncheckedIOException("an uploaded file cannot be read again", e);
        } finally {
            places.release();
        }
    }

    /// What an import comes to.
    ///
    /// @param missing the entries that go
    private record Plan(ImportReport report, LongTable missing) {}

    private ListChange<Plan> plan(StoredList list, EntryFile file, ImportOrder order) {
        boolean replaces = order.mode() == ImportOrder.Mode.REPLACE;
        var missing = LongTable.of(0);
        var present = new int[1];
        entries.forEachPattern(list, pattern -> {
            if (file.has(pattern)) {
                present[0]++;
            } else if (replaces) {
                missing.put(PatternKeys.of(pattern), 0);
            }
        });
        int added = file.rows() - present[0];
        int after = list.entries() + added - missing.size();
        long ofAll = rows.totals(list.tenant()).entries() + added - missing.size();
        if (added > 0 && after > ListBounds.MOST_ENTRIES) {
            return new ListChange.Refused<>(new ListRefusal.Full(ListBounds.MOST_ENTRIES));
        }
        if (added > 0 && ofAll > ListBounds.MOST_ENTRIES_OF_ALL_LISTS) {
            return new ListChange.Refused<>(new ListRefusal.Full(ListBounds.MOST_ENTRIES_OF_ALL_LISTS));
        }
        var report = new ImportReport(file.rows(), added, present[0], missing.size(), after, file.encoding());
        return new ListChange.Done<>(new Plan(report, missing));
    }

    private ImportReport store(StoredList list, EntryFile file, Plan plan) {
        long version = list.version() + 1;
        var gone = new Batches<EntryPattern>(batch -> entries.remove(list, version, batch));
        plan.missing().forEachKey(key -> gone.add(PatternKeys.pattern(key)));
        gone.end();
        var kept = new Batches<EntryOrder>(batch -> entries.put(list, version, batch));
        file.forEach(kept::add);
        kept.end();
        rows.changed(list, plan.report().entries() - list.entries(), clock.instant());
        return plan.report();
    }

    /// Hands on some thousand items at a time.
    private static final class Batches<T> {
        private final Consumer<List<T>> to;
        private final List<T> items = new ArrayList<>();

        Batches(Consumer<List<T>> to) {
            this.to = to;
        }

        void add(T item) {
            items.add(item);
            if (items.size() == BATCH) {
                end();
            }
        }

        void end() {
            if (!items.isEmpty()) {
                to.accept(List.copyOf(items));
                items.clear();
            }
        }
    }

    /// Takes lines, CR LF included.
    @FunctionalInterface
    public interface LineWriter {
        void write(String line) throws IOException;
    }

    /// Gives a list out as [#take] reads it. Each page of it is read for itself, so that a slow reader keeps no
    /// transaction open: of what is changed meanwhile, some may be in it and some not.
    ///
    /// @return false when there is no list of that name, and nothing was written
    public boolean give(TenantId tenant, ListName name, LineWriter out) throws IOException {
        if (lists.find(tenant, name).isEmpty()) {
            return false;
        }
        out.write(EntryFile.HEAD);
        Optional<String> after = Optional.empty();
        do {
            var page = lists.entries(tenant, name, "", after, BATCH);
            for (var entry : page.map(one -> one.items()).orElse(List.of())) {
                out.write(EntryFile.line(entry));
            }
            after = page.flatMap(one -> one.next());
        } while (after.isPresent());
        return true;
    }
}
