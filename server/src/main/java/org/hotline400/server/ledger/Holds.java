package org.hotline400.server.ledger;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Service;

/// What is reserved now, of many keys at once. Every method runs in the caller's transaction and sees what that may see.
@Service
public class Holds {
    private final JdbcClient jdbc;

    public Holds(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What a key holds of an account, all its orders together.
    public record Holding(String key, AccountId account, long total) {}

    /// What these keys hold, in no order.
    public List<Holding> of(Collection<String> keys) {
        return jdbc.sql("select key, account, total from ledger.holds where key = any(:keys)")
                .param("keys", new SqlArrayValue("text", keys.toArray()))
                .query((row, _) -> new Holding(
                        row.getString("key"),
                        new AccountId(row.getObject("account", UUID.class)),
                        row.getLong("total")))
                .list();
    }
}
