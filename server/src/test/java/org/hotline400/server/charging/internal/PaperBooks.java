package org.hotline400.server.charging.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Held;
import org.hotline400.server.ledger.HoldOrder;

/// The books on paper: balances and holds as the ledger keeps them, in memory, for stories without a database.
final class PaperBooks implements Purse {
    private final Map<AccountId, Long> balances = new HashMap<>();
    private final Map<Slip, Held> holds = new HashMap<>();
    private boolean away;
    private long floor;

    private record Slip(String key, AccountId account) {}

    AccountId account(long balance) {
        var id = AccountId.next();
        balances.put(id, balance);
        return id;
    }

    void floor(long lowest) {
        floor = lowest;
    }

    /// As when the database is away.
    void away(boolean is) {
        away = is;
    }

    void add(AccountId account, long amount) {
        balances.merge(account, amount, Long::sum);
    }

    @Override
    public Optional<Held> hold(HoldOrder order) {
        if (away) {
            return Optional.empty();
        }
        var slip = new Slip(order.key(), order.account());
        var before = holds.get(slip);
        if (before != null && order.sequence() <= before.order().sequence()) {
            return Optional.of(before);
        }
        long total = before == null ? 0 : before.total();
        long given = Math.max(0, Math.min(order.most(), available(order.account())));
        given = given < order.least() ? 0 : given;
        var held = new Held(order, given, total + given, available(order.account()) - given);
        if (given > 0) {
            holds.put(slip, held);
        }
        return Optional.of(held);
    }

    long balance(AccountId account) {
        return balances.getOrDefault(account, 0L);
    }

    long reserved(AccountId account) {
        return holds.entrySet().stream()
                .filter(entry -> entry.getKey().account().equals(account))
                .mapToLong(entry -> entry.getValue().total())
                .sum();
    }

    long available(AccountId account) {
        return balance(account) - reserved(account) - floor;
    }

    long held(String key, AccountId account) {
        var held = holds.get(new Slip(key, account));
        return held == null ? 0 : held.total();
    }

    /// Ends all that a key holds.
    void release(String key) {
        holds.keySet().removeIf(slip -> slip.key().equals(key));
    }

    List<AccountId> accounts() {
        return List.copyOf(balances.keySet());
    }
}
