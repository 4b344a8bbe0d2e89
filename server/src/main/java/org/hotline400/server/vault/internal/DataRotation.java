package org.hotline400.server.vault.internal;

import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.TenantId;

/// Gives owners of data keys another one. In the caller's transaction, which acts for everybody.
final class DataRotation {
    private final KeyRows rows;
    private final FreshKeys fresh;

    DataRotation(KeyRows rows, MasterKeys masters, Clock clock) {
        this.rows = rows;
        this.fresh = new FreshKeys(masters.current(), clock);
    }

    /// @param tenant only this one; empty: all, and the platform
    /// @return how many
    /// @throws IllegalArgumentException when this tenant has no key
    int run(Optional<TenantId> tenant) {
        List<KeyRow> due =
                newest().stream().filter(row -> isMeant(row.owner(), tenant)).toList();
        if (tenant.isPresent() && due.isEmpty()) {
            throw new IllegalArgumentException("the tenant " + tenant.get() + " has no key");
        }
        due.forEach(row -> rows.addUnlessThere(fresh.of(row.owner(), row.generation() + 1)));
        return due.size();
    }

    private Collection<KeyRow> newest() {
        Map<KeyOwner, KeyRow> newest = rows.all().stream()
                .collect(Collectors.toMap(
                        KeyRow::owner,
                        Function.identity(),
                        BinaryOperator.maxBy(Comparator.comparingInt(KeyRow::generation))));
        return newest.values();
    }

    private static boolean isMeant(KeyOwner owner, Optional<TenantId> only) {
        return switch (owner) {
            case KeyOwner.OfTenant(TenantId tenant) ->
                only.isEmpty() || only.get().equals(tenant);
            case KeyOwner.OfPlatform(Purpose purpose) -> only.isEmpty() && purpose.isRotated();
        };
    }
}
