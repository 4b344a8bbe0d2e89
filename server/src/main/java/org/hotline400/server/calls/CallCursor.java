package org.hotline400.server.calls;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How far one reader of [CallFeed] has come: the row `reader = 'calls'` of a table of its own, with `written_in`
/// (xid8)
/// and `seq`. Every method runs in the caller's transaction.
public final class CallCursor {
    private final JdbcClient jdbc;
    private final String table;

    /// @param table such as `charging.cursors`
    public CallCursor(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /// The place, locked until the transaction ends; empty while another node reads.
    public Optional<CallFeed.Position> lock() {
        return jdbc.sql("select written_in::text as transaction, seq from " + table
                        + " where reader = 'calls' for update skip locked")
                .query((row, _) ->
                        new CallFeed.Position(Long.parseLong(row.getString("transaction")), row.getLong("seq")))
                .optional();
    }

    public void move(CallFeed.Position to) {
        jdbc.sql("update " + table + " set written_in = cast(? as text)::xid8, seq = ? where reader = 'calls'")
                .params(Long.toString(to.transaction()), to.seq())
                .update();
    }
}
