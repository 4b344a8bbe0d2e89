package org.hotline400.server.ledger.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.hotline400.server.ledger.AccountId;
import org.springframework.jdbc.support.SqlArrayValue;

/// The accounts of a batch, numbered from 1, so that a statement finds what it knows of one by its number.
final class Slots {
    private final Map<UUID, Integer> slots = new LinkedHashMap<>();

    int of(AccountId account) {
        return slots.computeIfAbsent(account.value(), _ -> slots.size() + 1);
    }

    /// In the order of their numbers.
    SqlArrayValue accounts() {
        return Columns.uuids(slots.keySet(), account -> account);
    }
}
