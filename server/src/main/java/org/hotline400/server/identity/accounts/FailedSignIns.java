package org.hotline400.server.identity.accounts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.identity.internal.Secret;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Locks a name for a while after ten tries that failed: 30 seconds, twice as long after each further one,
/// 15 minutes at most. A day without a try forgets them.
///
/// A name that nobody has is locked just as well, so that a lock tells nothing. A try counts before its
/// password is looked at, so that many at once gain nothing.
@Component
class FailedSignIns {
    static final int FREE = 10;
    private static final Duration FIRST_LOCK = Duration.ofSeconds(30);
    private static final Duration LONGEST_LOCK = Duration.ofMinutes(15);
    private static final Duration FORGOTTEN = Duration.ofDays(1);

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Clock clock;

    FailedSignIns(Transactions transactions, JdbcClient jdbc, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /// Counts a try as if it failed.
    ///
    /// @return how long the name is locked, when it is and the try must not be made
    Optional<Duration> count(SignInName name) {
        var hash = Secret.hash(name.text());
        var now = clock.instant();
        return transactions.asOperator(() -> {
            forgetBefore(now.minus(FORGOTTEN));
            var counted = countUnlessLocked(hash, now);
            counted.filter(tries -> tries >= FREE).ifPresent(tries -> lock(hash, now.plus(lockAfter(tries))));
            return counted.isPresent() ? Optional.<Duration>empty() : Optional.of(lockLeft(hash, now));
        });
    }

    private void forgetBefore(Instant time) {
        jdbc.sql("delete from identity.sign_in_failures where last_at < ?")
                .param(SqlTime.of(time))
                .update();
    }

    private Optional<Integer> countUnlessLocked(byte[] hash, Instant now) {
        return jdbc.sql("""
                        insert into identity.sign_in_failures as f (hash, failures, last_at) values (:hash, 1, :now)
                        on conflict (hash) do update set failures = f.failures + 1, last_at = :now
                         where f.locked_until is null or f.locked_until <= :now
                        returning failures
                        """)
                .param("hash", hash)
                .param("now", SqlTime.of(now))
                .query(Integer.class)
                .optional();
    }

    static Duration lockAfter(int tries) {
        var lock = FIRST_LOCK.multipliedBy(1L << Math.min(tries - FREE, 10));
        return lock.compareTo(LONGEST_LOCK) < 0 ? lock : LONGEST_LOCK;
    }

    private void lock(byte[] hash, Instant until) {
        jdbc.sql("update identity.sign_in_failures set locked_until = ? where hash = ?")
                .params(SqlTime.of(until), hash)
                .update();
    }

    private Duration lockLeft(byte[] hash, Instant now) {
        return jdbc.sql("select locked_until from identity.sign_in_failures where hash = ?")
                .param(hash)
                .query(OffsetDateTime.class)
                .optional()
                .map(until -> Duration.between(now, until.toInstant()))
                .filter(Duration::isPositive)
                .orElse(Duration.ofSeconds(1));
    }

    /// The try was neither right nor wrong.
    void giveBack(SignInName name) {
        transactions.asOperator(() -> {
            jdbc.sql("""
                            update identity.sign_in_failures set failures = greatest(failures - 1, 0), locked_until = null
                             where hash = ?
                            """).param(Secret.hash(name.text())).update();
        });
    }

    /// Somebody has proved who he is.
    void clear(SignInName name) {
        transactions.asOperator(() -> {
            jdbc.sql("delete from identity.sign_in_failures where hash = ?")
                    .param(Secret.hash(name.text()))
                    .update();
        });
    }
}
