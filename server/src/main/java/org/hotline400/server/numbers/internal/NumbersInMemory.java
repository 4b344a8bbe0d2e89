package org.hotline400.server.numbers.internal;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.NumberInService;
import org.springframework.stereotype.Component;

/// An immutable map, replaced as a whole after each change.
@Component
class NumbersInMemory implements NumberDirectory {
    private final Transactions transactions;
    private final NumberRows rows;
    private volatile Map<HotlineNumber, NumberInService> numbers = Map.of();

    NumbersInMemory(Transactions transactions, NumberRows rows, ConfigurationChanges changes) {
        this.transactions = transactions;
        this.rows = rows;
        changes.subscribe("numbers", this::read);
    }

    private void read() {
        numbers = transactions.asOperator(rows::all).stream()
                .collect(Collectors.toUnmodifiableMap(NumberInService::number, Function.identity()));
    }

    @Override
    public Optional<NumberInService> find(HotlineNumber number) {
        return Optional.ofNullable(numbers.get(number));
    }
}
