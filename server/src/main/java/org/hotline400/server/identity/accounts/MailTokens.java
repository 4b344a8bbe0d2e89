package org.hotline400.server.identity.accounts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.internal.Secret;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// What a mail lets its reader do once. Every method runs in the caller's transaction, the operator's.
@Repository
class MailTokens {
    private final JdbcClient jdbc;
    private final Clock clock;

    MailTokens(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    enum Purpose {
        INVITATION(Duration.ofDays(7)),
        PASSWORD_RESET(Duration.ofHours(1));

        private final Duration lifetime;

        Purpose(Duration lifetime) {
            this.lifetime = lifetime;
        }

        private String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /// Who may do it.
    record Holder(TenantId tenant, UUID principal) {}

    /// Makes one, in place of those he has for the same purpose.
    Secret issue(Account account, Purpose purpose) {
        var secret = Secret.random();
        jdbc.sql("delete from identity.mail_tokens where principal = ? and purpose = ?")
                .params(account.principal(), purpose.code())
                .update();
        jdbc.sql(
                        "insert into identity.mail_tokens (hash, tenant, principal, purpose, expires_at) values (?, ?, ?, ?, ?)")
                .params(
                        secret.hash(),
                        account.tenant().value(),
                        account.principal(),
                        purpose.code(),
                        SqlTime.of(clock.instant().plus(purpose.lifetime)))
                .update();
        return secret;
    }

    /// Whose it is, without using it.
    Optional<Holder> holder(Secret secret, Purpose purpose) {
        return jdbc.sql("""
                        select tenant, principal from identity.mail_tokens
                         where hash = ? and purpose = ? and used_at is null and expires_at > ?
                        """)
                .params(secret.hash(), purpose.code(), SqlTime.of(clock.instant()))
                .query(MailTokens::holder)
                .optional();
    }

    /// Uses it.
    ///
    /// @return whether it held until now
    boolean use(Secret secret, Purpose purpose) {
        var now = SqlTime.of(clock.instant());
        return jdbc.sql("""
                                update identity.mail_tokens set used_at = ?
                                 where hash = ? and purpose = ? and used_at is null and expires_at > ?
                                """).params(now, secret.hash(), purpose.code(), now).update() == 1;
    }

    private static Holder holder(ResultSet row, int index) throws SQLException {
        return new Holder(new TenantId(row.getObject("tenant", UUID.class)), row.getObject("principal", UUID.class));
    }
}
