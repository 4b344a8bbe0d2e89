package org.hotline400.server.identity.accounts;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.identity.Account;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Second factors: columns of `identity.accounts`, and `identity.recovery_codes`. Every method runs in the
/// caller's transaction.
@Repository
class SecondFactorRows {
    private final JdbcClient jdbc;

    SecondFactorRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Begins a set-up, in place of one that was not finished.
    ///
    /// @return false when a second factor holds already
    boolean begin(Account account, byte[] sealed) {
        return jdbc.sql("""
                                update identity.accounts set totp_secret = ?, totp_step = 0
                                 where principal = ? and totp_since is null
                                """).params(sealed, account.principal()).update() == 1;
    }

    Optional<byte[]> secret(Account account) {
        return jdbc.sql("select totp_secret from identity.accounts where principal = ? and totp_secret is not null")
                .param(account.principal())
                .query(byte[].class)
                .optional();
    }

    /// @return false when a code of this step or a later one was used
    boolean use(Account account, long step) {
        return jdbc.sql("update identity.accounts set totp_step = :step where principal = :who and totp_step < :step")
                        .param("step", step)
                        .param("who", account.principal())
                        .update()
                == 1;
    }

    /// @return false when it holds already, or none was begun
    boolean confirm(Account account, Instant now) {
        return jdbc.sql("""
                                update identity.accounts set totp_since = ?
                                 where principal = ? and totp_since is null and totp_secret is not null
                                """).params(SqlTime.of(now), account.principal()).update() == 1;
    }

    void remove(Account account) {
        jdbc.sql("""
                        update identity.accounts set totp_since = null, totp_secret = null, totp_step = 0
                         where principal = ?
                        """).param(account.principal()).update();
        jdbc.sql("delete from identity.recovery_codes where principal = ?")
                .param(account.principal())
                .update();
    }

    void putRecoveryCodes(Account account, List<byte[]> hashes) {
        jdbc.sql("delete from identity.recovery_codes where principal = ?")
                .param(account.principal())
                .update();
        for (var hash : hashes) {
            jdbc.sql("insert into identity.recovery_codes (tenant, principal, hash) values (?, ?, ?)")
                    .params(account.tenant().value(), account.principal(), hash)
                    .update();
        }
    }

    /// @return whether it was one of his that was not used
    boolean useRecoveryCode(Account account, byte[] hash, Instant now) {
        return jdbc.sql("""
                                update identity.recovery_codes set used_at = ?
                                 where principal = ? and hash = ? and used_at is null
                                """).params(SqlTime.of(now), account.principal(), hash).update() == 1;
    }

    int recoveryCodesLeft(Account account) {
        return jdbc.sql("select count(*) from identity.recovery_codes where principal = ? and used_at is null")
                .param(account.principal())
                .query(Integer.class)
                .single();
    }
}
