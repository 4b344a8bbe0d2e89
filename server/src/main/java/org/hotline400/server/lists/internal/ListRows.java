package org.hotline400.server.lists.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.ListKind;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.lists.PinHash;
import org.hotline400.server.lists.PinOrder;
import org.hotline400.server.lists.StoredList;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `lists.lists`. Every method runs in the caller's transaction.
@Repository
public class ListRows {
    /// How long a change waits for another one of the same list, in the words of PostgreSQL.
    private static final String PATIENCE = "3s";

    private final JdbcClient jdbc;

    public ListRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// How much an enterprise has.
    public record Totals(int lists, long entries) {}

    /// What a node needs to know to see whether it knows a list's last version.
    ///
    /// @param wholeFrom who knows an older version reads the whole list
    record Head(StoredList list, long wholeFrom, Optional<PinHash> pin) {}

    /// @throws org.springframework.dao.DuplicateKeyException when the enterprise has a list of that name
    public void insert(StoredList list, Optional<PinHash> pin) {
        jdbc.sql("""
                insert into lists.lists (tenant, id, name, kind, note, pin, entries, version, whole_from, created_at,
                    changed_at)
                values (:tenant, :id, :name, :kind, :note, :pin, 0, :version, :version, :now, :now)
                """)
                .param("tenant", list.tenant().value())
                .param("id", list.id())
                .param("name", list.name().value())
                .param("kind", list.kind().code())
                .param("note", list.note())
                .param("pin", pin.map(PinHash::bytes).orElse(null))
                .param("version", list.version())
                .param("now", SqlTime.of(list.createdAt()))
                .update();
    }

    public Optional<StoredList> find(TenantId tenant, ListName name) {
        return jdbc.sql("select * from lists.lists where tenant = ? and name = ?")
                .params(tenant.value(), name.value())
                .query(ListRows::list)
                .optional();
    }

    /// Finds a list and keeps others from changing it until the transaction ends.
    ///
    /// @throws org.springframework.dao.PessimisticLockingFailureException when somebody else does for too long
    public Optional<StoredList> lock(TenantId tenant, ListName name) {
        jdbc.sql("select set_config('lock_timeout', ?, true)")
                .param(PATIENCE)
                .query(String.class)
                .single();
        return jdbc.sql("select * from lists.lists where tenant = ? and name = ? for update")
                .params(tenant.value(), name.value())
                .query(ListRows::list)
                .optional();
    }

    public List<StoredList> page(TenantId tenant, Optional<ListName> after, int limit) {
        return jdbc.sql("select * from lists.lists where tenant = ? and name collate \"C\" > ?"
                        + " order by name collate \"C\" limit ?")
                .params(tenant.value(), after.map(ListName::value).orElse(""), limit)
                .query(ListRows::list)
                .list();
    }

    public Totals totals(TenantId tenant) {
        return jdbc.sql("select count(*) as lists, coalesce(sum(entries), 0) as entries from lists.lists"
                        + " where tenant = ?")
                .param(tenant.value())
                .query((row, index) -> new Totals(row.getInt("lists"), row.getLong("entries")))
                .single();
    }

    public void describe(StoredList list, String note, PinOrder pin, Instant now) {
        jdbc.sql("""
                update lists.lists set note = :note, pin = case when :keep then pin else cast(:pin as bytea) end,
                    version = version + 1, changed_at = :now
                 where tenant = :tenant and id = :id
                """)
                .param("note", note)
                .param("keep", pin instanceof PinOrder.Keep)
                .param("pin", hash(pin))
                .param("now", SqlTime.of(now))
                .param("tenant", list.tenant().value())
                .param("id", list.id())
                .update();
    }

    /// The hash of a PIN that is to be set.
    static byte @Nullable [] hash(PinOrder order) {
        return order instanceof PinOrder.Set(var pin) ? PinHash.of(pin).bytes() : null;
    }

    /// Notes that entries were changed: the list's next version.
    ///
    /// @param added may be negative
    public void changed(StoredList list, int added, Instant now) {
        jdbc.sql("update lists.lists set entries = entries + ?, version = version + 1, changed_at = ?"
                        + " where tenant = ? and id = ?")
                .params(added, SqlTime.of(now), list.tenant().value(), list.id())
                .update();
    }

    public void delete(StoredList list) {
        jdbc.sql("delete from lists.lists where tenant = ? and id = ?")
                .params(list.tenant().value(), list.id())
                .update();
    }

    /// Every list that the transaction sees.
    List<Head> heads() {
        return jdbc.sql("select * from lists.lists").query(ListRows::head).list();
    }

    Optional<Head> head(TenantId tenant, ListName name) {
        return jdbc.sql("select * from lists.lists where tenant = ? and name = ?")
                .params(tenant.value(), name.value())
                .query(ListRows::head)
                .optional();
    }

    private static Head head(ResultSet row, int index) throws SQLException {
        return new Head(list(row, index), row.getLong("whole_from"), pin(row.getBytes("pin")));
    }

    static Optional<PinHash> pin(byte @Nullable [] bytes) {
        return Optional.ofNullable(bytes).map(PinHash::stored);
    }

    private static StoredList list(ResultSet row, int index) throws SQLException {
        return new StoredList(
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getObject("id", UUID.class),
                new ListName(row.getString("name")),
                ListKind.of(row.getString("kind")),
                row.getString("note"),
                row.getBytes("pin") != null,
                row.getInt("entries"),
                row.getLong("version"),
                SqlTime.read(row, "created_at"),
                SqlTime.read(row, "changed_at"));
    }
}
