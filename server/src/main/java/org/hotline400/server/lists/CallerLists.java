package org.hotline400.server.lists;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.internal.EntryRows;
import org.hotline400.server.lists.internal.ListRows;
import org.hotline400.server.lists.internal.LiveLists;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.stereotype.Service;

/// Makes and changes the lists of an enterprise. What is done is live on this node when a method returns.
@Service
public class CallerLists {
    private final Transactions transactions;
    private final ListRows lists;
    private final EntryRows entries;
    private final LiveLists live;
    private final ObjectProvider<ListUse> uses;
    private final Clock clock;

    public CallerLists(
            Transactions transactions,
            ListRows lists,
            EntryRows entries,
            LiveLists live,
            ObjectProvider<ListUse> uses,
            Clock clock) {
        this.transactions = transactions;
        this.lists = lists;
        this.entries = entries;
        this.live = live;
        this.uses = uses;
        this.clock = clock;
    }

    public Optional<StoredList> find(TenantId tenant, ListName name) {
        return transactions.asTenant(tenant, () -> lists.find(tenant, name));
    }

    /// By name.
    ///
    /// @param after start behind this one
    public Page<StoredList> page(TenantId tenant, Optional<ListName> after, int limit) {
        var rows = transactions.asTenant(tenant, () -> lists.page(tenant, after, limit + 1));
        return Page.of(rows, limit, list -> list.name().value());
    }

    public ListChange<StoredList> create(TenantId tenant, ListOrder order) {
        try {
            var made = transactions.asTenant(tenant, () -> make(tenant, order));
            live.refresh(tenant, order.name());
            return made;
        } catch (DuplicateKeyException _) {
            return refused(new ListRefusal.Taken());
        }
    }

    private ListChange<StoredList> make(TenantId tenant, ListOrder order) {
        if (lists.totals(tenant).lists() >= ListBounds.MOST_LISTS) {
            return refused(new ListRefusal.TooManyLists(ListBounds.MOST_LISTS));
        }
        var now = clock.instant();
        var list = new StoredList(
                tenant,
                Ids.next(),
                order.name(),
                order.kind(),
                order.note(),
                order.pin().isPresent(),
                0,
                1,
                now,
                now);
        lists.insert(list, order.pin().map(PinHash::of));
        return new ListChange.Done<>(list);
    }

    /// Changes what is said of a list.
    ///
    /// @param note empty leaves it as it is
    public ListChange<StoredList> describe(TenantId tenant, ListName name, Optional<String> note, PinOrder pin) {
        return changing(tenant, name, list -> {
            if (pin instanceof PinOrder.Set && list.kind() != ListKind.GREY) {
                return refused(new ListRefusal.NotGrey());
            }
            lists.describe(list, note.orElse(list.note()), pin, clock.instant());
            return done(lists.find(tenant, name).orElseThrow());
        });
    }

    /// Deletes a list with its entries, unless a live plan names it.
    public ListChange<StoredList> delete(TenantId tenant, ListName name) {
        return changing(tenant, name, list -> {
            var numbers = users(tenant, name);
            if (!numbers.isEmpty()) {
                return refused(new ListRefusal.InUse(numbers));
            }
            entries.removeAll(list);
            lists.delete(list);
            return done(list);
        });
    }

    private List<HotlineNumber> users(TenantId tenant, ListName name) {
        return uses.stream()
                .flatMap(use -> use.users(tenant, name).stream())
                .distinct()
                .toList();
    }

    /// Adds an entry, or changes the one with its pattern.
    public ListChange<StoredEntry> put(TenantId tenant, ListName name, EntryOrder order) {
        return changing(tenant, name, list -> {
            if (order.pin() instanceof PinOrder.Set && list.kind() != ListKind.GREY) {
                return refused(new ListRefusal.NotGrey());
            }
            boolean known = entries.find(list, order.pattern()).isPresent();
            if (!known && isFull(list)) {
                return refused(new ListRefusal.Full(ListBounds.MOST_ENTRIES));
            }
            int added = entries.put(list, list.version() + 1, List.of(order));
            lists.changed(list, added, clock.instant());
            return done(entries.find(list, order.pattern()).orElseThrow());
        });
    }

    private boolean isFull(StoredList list) {
        return list.entries() >= ListBounds.MOST_ENTRIES
                || lists.totals(list.tenant()).entries() >= ListBounds.MOST_ENTRIES_OF_ALL_LISTS;
    }

    public ListChange<StoredList> remove(TenantId tenant, ListName name, EntryPattern pattern) {
        return changing(tenant, name, list -> {
            int removed = entries.remove(list, list.version() + 1, List.of(pattern));
            if (removed == 0) {
                return refused(new ListRefusal.UnknownEntry());
            }
            lists.changed(list, -removed, clock.instant());
            return done(list);
        });
    }

    /// By kind and pattern.
    ///
    /// @param search digits that the pattern begins with, or a part of the note; empty for all
    /// @param after the id of an entry: start behind it
    public Optional<Page<StoredEntry>> entries(
            TenantId tenant, ListName name, String search, Optional<String> after, int limit) {
        return transactions.asTenant(
                tenant,
                () -> lists.find(tenant, name)
                        .map(list -> Page.of(
                                entries.page(list, search, after, limit + 1),
                                limit,
                                entry -> entry.pattern().id())));
    }

    public Optional<StoredEntry> entry(TenantId tenant, ListName name, EntryPattern pattern) {
        return transactions.asTenant(
                tenant, () -> lists.find(tenant, name).flatMap(list -> entries.find(list, pattern)));
    }

    /// Runs a change while nobody else changes the list, and makes it live.
    <T> ListChange<T> changing(TenantId tenant, ListName name, Function<StoredList, ListChange<T>> change) {
        try {
            var result = transactions.asTenant(
                    tenant,
                    () -> lists.lock(tenant, name).map(change).orElseGet(() -> refused(new ListRefusal.UnknownList())));
            live.refresh(tenant, name);
            return result;
        } catch (PessimisticLockingFailureException _) {
            return refused(new ListRefusal.Busy());
        }
    }

    private static <T> ListChange<T> done(T value) {
        return new ListChange.Done<>(value);
    }

    private static <T> ListChange<T> refused(ListRefusal why) {
        return new ListChange.Refused<>(why);
    }
}
