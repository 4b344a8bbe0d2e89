package org.hotline400.server.lists.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.CallerList;
import org.hotline400.server.lists.ListDirectory;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.ListName;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// All lists in memory. After a change only the lists with another version are read, and of those, where they
/// are known, only the entries that have changed.
///
/// News is worked on by a thread of its own: a list of a million entries must not hold up other configuration.
@Component
public final class LiveLists implements ListDirectory, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(LiveLists.class);
    /// Entries that are read by one statement, as long as one list has no more.
    private static final int AT_ONCE = 100_000;
    private static final int LISTS_AT_ONCE = 500;
    private static final long RETRY_SECONDS = 1;

    private final Transactions transactions;
    private final ListRows lists;
    private final EntryRows entries;
    private final Map<Key, Live> known = new ConcurrentHashMap<>();
    private final AtomicBoolean stale = new AtomicBoolean();
    private final ScheduledThreadPoolExecutor reader = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("lists").daemon().factory());
    private volatile List<CallerList> platformBlacklists = List.of();
    private volatile boolean loaded;

    public LiveLists(Transactions transactions, ListRows lists, EntryRows entries, ConfigurationChanges changes) {
        this.transactions = transactions;
        this.lists = lists;
        this.entries = entries;
        changes.subscribe("lists", this::hear);
    }

    private record Key(TenantId tenant, ListName name) {}

    private record Live(UUID id, long version, CallerList list) {}

    @Override
    public Optional<CallerList> find(TenantId tenant, ListName name) {
        var live = known.get(new Key(tenant, name));
        return live == null ? Optional.empty() : Optional.of(live.list());
    }

    @Override
    public List<CallerList> platformBlacklists() {
        return platformBlacklists;
    }

    /// The first time everything is read before anybody asks.
    private void hear() {
        if (!loaded) {
            refresh();
            loaded = true;
        } else if (!stale.getAndSet(true)) {
            reader.execute(this::catchUp);
        }
    }

    private void catchUp() {
        // Before the reading: what is published meanwhile makes it stale again.
        stale.set(false);
        try {
            refresh();
        } catch (RuntimeException e) {
            log.warn("could not re-read lists, trying again: {}", e.getMessage());
            stale.set(true);
            var _ = reader.schedule(this::catchUp, RETRY_SECONDS, TimeUnit.SECONDS);
        }
    }

    private synchronized void refresh() {
        transactions.asOperator(() -> {
            var heads = lists.heads();
            var names = heads.stream().map(LiveLists::key).collect(Collectors.toSet());
            take(heads);
            keepOnly(names);
        });
    }

    private void keepOnly(Set<Key> names) {
        if (known.keySet().retainAll(names)) {
            choosePlatformBlacklists();
        }
    }

    /// Reads one list's last version, or that it is gone.
    public synchronized void refresh(TenantId tenant, ListName name) {
        transactions.asTenant(tenant, () -> {
            var head = lists.head(tenant, name);
            if (head.isEmpty()) {
                known.remove(new Key(tenant, name));
                choosePlatformBlacklists();
            } else {
                take(List.of(head.get()));
            }
        });
    }

    private void take(List<ListRows.Head> heads) {
        var whole = new ArrayList<ListRows.Head>();
        for (var head : heads) {
            var live = known.get(key(head));
            if (live == null || !live.id().equals(head.list().id()) || isTooOld(live, head)) {
                whole.add(head);
            } else if (live.version() != head.list().version()) {
                put(head, withChanges(live, head));
            }
        }
        readWhole(whole);
    }

    /// A version that is newer than the database's comes from before a restored backup.
    private static boolean isTooOld(Live live, ListRows.Head head) {
        return live.version() < head.wholeFrom() || live.version() > head.list().version();
    }

    private CallerList withChanges(Live live, ListRows.Head head) {
        var list = head.list();
        var changed = live.list().changed(head.pin());
        entries.forEachSince(list.tenant(), list.id(), live.version(), into(Map.of(list.id(), changed)));
        entries.removedSince(list.tenant(), list.id(), live.version()).forEach(changed::remove);
        return changed.build();
    }

    private void readWhole(List<ListRows.Head> heads) {
        var batch = new ArrayList<ListRows.Head>();
        long size = 0;
        for (var head : heads) {
            if (!batch.isEmpty() && (size + head.list().entries() > AT_ONCE || batch.size() == LISTS_AT_ONCE)) {
                readBatch(batch);
                batch.clear();
                size = 0;
            }
            batch.add(head);
            size += head.list().entries();
        }
        readBatch(batch);
    }

    private void readBatch(List<ListRows.Head> heads) {
        if (heads.isEmpty()) {
            return;
        }
        var builders = new HashMap<UUID, CallerList.Builder>();
        heads.forEach(head -> builders.put(
                head.list().id(),
                CallerList.builder(head.list().name(), head.list().kind(), head.pin())));
        entries.forEachOf(heads.stream().map(ListRows.Head::list).toList(), into(builders));
        heads.forEach(head -> {
            var builder = builders.get(head.list().id());
            if (builder != null) {
                put(head, builder.build());
            }
        });
    }

    private static EntryRows.RowReader into(Map<UUID, CallerList.Builder> builders) {
        return (list, pattern, row) -> {
            var builder = builders.get(list);
            if (builder != null) {
                builder.put(pattern, SqlTime.readIfPresent(row, "expires_at"), ListRows.pin(row.getBytes("pin")));
            }
        };
    }

    private void put(ListRows.Head head, CallerList list) {
        known.put(key(head), new Live(head.list().id(), head.list().version(), list));
        if (head.list().tenant().equals(TenantId.OPERATOR)) {
            choosePlatformBlacklists();
        }
    }

    private void choosePlatformBlacklists() {
        platformBlacklists = known.entrySet().stream()
                .filter(one -> one.getKey().tenant().equals(TenantId.OPERATOR))
                .map(one -> one.getValue().list())
                .filter(list -> list.kind() == ListKind.BLACK)
                .toList();
    }

    private static Key key(ListRows.Head head) {
        return new Key(head.list().tenant(), head.list().name());
    }

    @Override
    public void close() {
        reader.shutdownNow();
    }
}
