package org.hotline400.server.numbers.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.numbers.internal.NumberRows.Horizon;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Component;

/// Reads after each change what has changed since, and everything where the database server is another one
/// than before.
@Component
public final class NumbersInMemory implements NumberDirectory {
    private final Transactions transactions;
    private final NumberRows rows;
    private final Map<HotlineNumber, NumberInService> numbers = new ConcurrentHashMap<>();
    private volatile RoaringBitmap taken = new RoaringBitmap();
    private @Nullable Horizon read;

    public NumbersInMemory(Transactions transactions, NumberRows rows, ConfigurationChanges changes) {
        this.transactions = transactions;
        this.rows = rows;
        changes.subscribe("numbers", this::read);
    }

    private synchronized void read() {
        transactions.asOperator(() -> {
            // First: what is committed between the two statements is read now and once more.
            var horizon = rows.horizon();
            var known = read;
            if (known != null && known.server().equals(horizon.server())) {
                take(rows.changedSince(known.transaction()), taken.clone());
            } else {
                takeAll(rows.all());
            }
            read = horizon;
        });
    }

    /// A database that was restored may know fewer.
    private void takeAll(List<NumberInService> all) {
        take(all, new RoaringBitmap());
        numbers.keySet().retainAll(all.stream().map(NumberInService::number).collect(Collectors.toSet()));
    }

    private void take(List<NumberInService> changed, RoaringBitmap set) {
        for (var number : changed) {
            numbers.put(number.number(), number);
            int suffix = number.number().suffix();
            if (number.status() == NumberStatus.AVAILABLE) {
                set.remove(suffix);
            } else {
                set.add(suffix);
            }
        }
        taken = set;
    }

    @Override
    public Optional<NumberInService> find(HotlineNumber number) {
        return Optional.ofNullable(numbers.get(number));
    }

    @Override
    public RoaringBitmap taken() {
        return taken;
    }
}
