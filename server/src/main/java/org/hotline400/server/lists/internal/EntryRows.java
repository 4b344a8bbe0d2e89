package org.hotline400.server.lists.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.EntryOrder;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.PatternKind;
import org.hotline400.server.lists.PinOrder;
import org.hotline400.server.lists.StoredEntry;
import org.hotline400.server.lists.StoredList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The tables `lists.entries` and `lists.removals`. Every method runs in the caller's transaction; those that
/// change something want the list locked.
@Repository
public class EntryRows {
    /// Rows that the driver holds at once.
    private static final int FETCH = 5_000;
    /// Removals that are remembered for nodes that lag behind.
    private static final int REMEMBERED = 1_000;

    private static final Pattern DIGITS = Pattern.compile("\\+?[0-9]{1,18}");

    private final JdbcClient jdbc;

    public EntryRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Adds entries and changes those that are there. What stays as it was keeps its version.
    ///
    /// @param version that the list will have
    /// @param orders each pattern once, some thousands at most
    /// @return how many were added
    public int put(StoredList list, long version, List<EntryOrder> orders) {
        forget(list, orders);
        return jdbc.sql("""
                with stored as (
                    insert into lists.entries as e (tenant, list, pattern, note, expires_at, pin, version)
                    select :tenant, :list, new.pattern, new.note, cast(new.expires_at as timestamptz),
                           case when new.keep
                                then (select known.pin from lists.entries known where known.tenant = :tenant
                                         and known.list = :list and known.pattern = new.pattern)
                                else decode(new.pin, 'hex') end,
                           :version
                      from unnest(:patterns, :notes, :expiries, :keeps, :pins)
                           as new (pattern, note, expires_at, keep, pin)
                    on conflict (tenant, list, pattern) do update set note = excluded.note,
                           expires_at = excluded.expires_at, pin = excluded.pin, version = excluded.version
                     where (e.note, e.expires_at, e.pin)
                           is distinct from (excluded.note, excluded.expires_at, excluded.pin)
                    returning old.pattern is null as added)
                select count(*) filter (where added) from stored
                """)
                .param("tenant", list.tenant().value())
                .param("list", list.id())
                .param("version", version)
                .param("patterns", array(orders, order -> order.pattern().id()))
                .param("notes", array(orders, EntryOrder::note))
                .param("expiries", array(orders, EntryRows::expiry))
                .param("keeps", keeps(list, orders))
                .param("pins", array(orders, EntryRows::pin))
                .query(Integer.class)
                .single();
    }

    /// Only in a grey list there can be anything to keep; elsewhere nobody looks for it.
    private static SqlArrayValue keeps(StoredList list, List<EntryOrder> orders) {
        boolean grey = list.kind() == ListKind.GREY;
        return new SqlArrayValue(
                "bool",
                orders.stream()
                        .map(order -> grey && order.pin() instanceof PinOrder.Keep)
                        .toArray());
    }

    private void forget(StoredList list, List<EntryOrder> orders) {
        jdbc.sql("delete from lists.removals where tenant = :tenant and list = :list and pattern = any(:patterns)")
                .param("tenant", list.tenant().value())
                .param("list", list.id())
                .param("patterns", array(orders, order -> order.pattern().id()))
                .update();
    }

    private static <T> SqlArrayValue array(List<T> items, Function<T, @Nullable String> field) {
        return new SqlArrayValue("text", items.stream().map(field).toArray());
    }

    private static @Nullable String expiry(EntryOrder order) {
        return order.expiresAt().map(at -> SqlTime.of(at).toString()).orElse(null);
    }

    private static @Nullable String pin(EntryOrder order) {
        var hash = ListRows.hash(order.pin());
        return hash == null ? null : HexFormat.of().formatHex(hash);
    }

    /// @param version that the list will have
    /// @param patterns some thousands at most
    /// @return how many were there
    public int remove(StoredList list, long version, List<EntryPattern> patterns) {
        int removed = jdbc.sql("""
                with gone as (delete from lists.entries
                               where tenant = :tenant and list = :list and pattern = any(:patterns)
                              returning pattern)
                insert into lists.removals (tenant, list, pattern, version)
                select :tenant, :list, pattern, :version from gone
                """)
                .param("tenant", list.tenant().value())
                .param("list", list.id())
                .param("version", version)
                .param("patterns", array(patterns, EntryPattern::id))
                .update();
        forgetOld(list, version);
        return removed;
    }

    /// Removals of versions that are too long ago are forgotten: nodes that know nothing newer read the whole
    /// list.
    private void forgetOld(StoredList list, long version) {
        long oldest = version - REMEMBERED;
        int forgotten = jdbc.sql("delete from lists.removals where tenant = ? and list = ? and version <= ?")
                .params(list.tenant().value(), list.id(), oldest)
                .update();
        if (forgotten > 0) {
            jdbc.sql("update lists.lists set whole_from = greatest(whole_from, ?) where tenant = ? and id = ?")
                    .params(oldest, list.tenant().value(), list.id())
                    .update();
        }
    }

    /// Takes all entries away, with what is remembered of removals.
    public void removeAll(StoredList list) {
        for (var table : List.of("lists.entries", "lists.removals")) {
            jdbc.sql("delete from " + table + " where tenant = ? and list = ?")
                    .params(list.tenant().value(), list.id())
                    .update();
        }
    }

    public Optional<StoredEntry> find(StoredList list, EntryPattern pattern) {
        return jdbc.sql("select * from lists.entries where tenant = ? and list = ? and pattern = ?")
                .params(list.tenant().value(), list.id(), pattern.id())
                .query(EntryRows::entry)
                .optional();
    }

    /// By id.
    ///
    /// @param search digits that the pattern begins with, or a part of the note; empty for all
    public List<StoredEntry> page(StoredList list, String search, Optional<String> after, int limit) {
        boolean digits = DIGITS.matcher(search).matches();
        var begin = PatternKind.values();
        return jdbc.sql("select * from lists.entries where tenant = :tenant and list = :list and pattern > :after"
                        + (digits ? " and pattern ^@ any(:begins)" : "")
                        + (digits || search.isEmpty() ? "" : " and position(lower(:search) in lower(note)) > 0")
                        + " order by pattern limit :limit")
                .param("tenant", list.tenant().value())
                .param("list", list.id())
                .param("after", after.orElse(""))
                .param("begins", array(List.of(begin), kind -> kind.code() + ":" + search))
                .param("search", search)
                .param("limit", limit)
                .query(EntryRows::entry)
                .list();
    }

    /// Every pattern of the list, read row by row.
    public void forEachPattern(StoredList list, Consumer<EntryPattern> consumer) {
        jdbc.sql("select pattern from lists.entries where tenant = ? and list = ?")
                .params(list.tenant().value(), list.id())
                .withFetchSize(FETCH)
                .query(row -> {
                    consumer.accept(EntryPattern.ofId(row.getString("pattern")));
                });
    }

    /// Takes what a row says.
    interface RowReader {
        void read(UUID list, EntryPattern pattern, ResultSet row) throws SQLException;
    }

    /// Every entry of these lists, read row by row.
    void forEachOf(List<StoredList> lists, RowReader reader) {
        jdbc.sql("select list, pattern, expires_at, pin from lists.entries where (tenant, list) in"
                        + " (select * from unnest(:tenants, :lists))")
                .param("tenants", uuids(lists, list -> list.tenant().value()))
                .param("lists", uuids(lists, StoredList::id))
                .withFetchSize(FETCH)
                .query(row -> {
                    reader.read(row.getObject("list", UUID.class), EntryPattern.ofId(row.getString("pattern")), row);
                });
    }

    private static SqlArrayValue uuids(List<StoredList> lists, Function<StoredList, UUID> field) {
        return new SqlArrayValue("uuid", lists.stream().map(field).toArray());
    }

    /// The entries that have changed since a version.
    void forEachSince(TenantId tenant, UUID list, long version, RowReader reader) {
        jdbc.sql("select pattern, expires_at, pin from lists.entries where tenant = ? and list = ? and version > ?")
                .params(tenant.value(), list, version)
                .withFetchSize(FETCH)
                .query(row -> {
                    reader.read(list, EntryPattern.ofId(row.getString("pattern")), row);
                });
    }

    /// The patterns that were removed since a version.
    List<EntryPattern> removedSince(TenantId tenant, UUID list, long version) {
        return jdbc.sql("select pattern from lists.removals where tenant = ? and list = ? and version > ?")
                .params(tenant.value(), list, version)
                .query((row, index) -> EntryPattern.ofId(Objects.requireNonNull(row.getString("pattern"))))
                .list();
    }

    private static StoredEntry entry(ResultSet row, int index) throws SQLException {
        return new StoredEntry(
                EntryPattern.ofId(row.getString("pattern")),
                row.getString("note"),
                SqlTime.readIfPresent(row, "expires_at"),
                row.getBytes("pin") != null);
    }
}
