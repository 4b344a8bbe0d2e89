package org.hotline400.server.numbers.meaning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Component;

/// What the operator says of the dictionary, in the database.
@Component
public class OperatorWords {
    /// So many changes fit in memory without a thought.
    public static final int MOST = 5_000;

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    OperatorWords(Transactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// What became of writing one.
    public enum Written {
        DONE,
        /// There are [#MOST] already.
        TOO_MANY
    }

    /// All, by word, then by digits.
    public List<WordChange> all() {
        return transactions.asOperator(() -> jdbc.sql("select * from numbers.words order by word collate \"C\", digits")
                .query(OperatorWords::row)
                .list());
    }

    /// Adds one, or replaces that of the same word and digits.
    public Written put(WordChange change, String author) {
        return transactions.asOperator(() -> {
            if (countOthers(change.word()) >= MOST) {
                return Written.TOO_MANY;
            }
            insert(change, author);
            return Written.DONE;
        });
    }

    private int countOthers(NumberWord word) {
        return jdbc.sql("select count(*)::int from numbers.words where not (word = ? and digits = ?)")
                .params(word.word(), word.digits())
                .query(Integer.class)
                .single();
    }

    private void insert(WordChange change, String author) {
        var word = change.word();
        jdbc.sql("""
                insert into numbers.words
                       (tenant, word, digits, removed, weight, why, why_english, trades, author, changed_at)
                values (:tenant, :word, :digits, :removed, :weight, :why, :whyEnglish, :trades, :author, :now)
                on conflict (word, digits) do update set removed = excluded.removed, weight = excluded.weight,
                       why = excluded.why, why_english = excluded.why_english, trades = excluded.trades,
                       author = excluded.author, changed_at = excluded.changed_at
                """)
                .param("tenant", TenantId.OPERATOR.value())
                .param("word", word.word())
                .param("digits", word.digits())
                .param("removed", change.removed())
                .param("weight", word.weight())
                .param("why", word.why())
                .param("whyEnglish", word.whyEnglish())
                .param("trades", trades(word))
                .param("author", author)
                .param("now", SqlTime.of(clock.instant()))
                .update();
    }

    /// Forgets what the operator says of one, so that it is again as the jar has it, or not at all.
    ///
    /// @return false when the operator says nothing of it
    public boolean forget(String word, String digits) {
        return transactions.asOperator(() -> jdbc.sql("delete from numbers.words where word = ? and digits = ?")
                        .params(word, digits)
                        .update()
                > 0);
    }

    private static SqlArrayValue trades(NumberWord word) {
        return new SqlArrayValue("text", word.trades().stream().map(Trade::code).toArray());
    }

    private static WordChange row(ResultSet row, int index) throws SQLException {
        var codes = Arrays.asList((String[]) row.getArray("trades").getArray());
        var word = new NumberWord(
                row.getString("word"),
                row.getString("digits"),
                row.getInt("weight"),
                row.getString("why"),
                row.getString("why_english"),
                // A release may give a trade up.
                Trade.all().stream()
                        .filter(trade -> codes.contains(trade.code()))
                        .toList());
        return new WordChange(word, row.getBoolean("removed"));
    }
}
