package org.hotline400.server.identity.accounts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.identity.Account;
import org.hotline400.server.identity.AccountSettings;
import org.hotline400.server.identity.AccountState;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionsTest {
    private static final Browser BROWSER = new Browser("203.0.113.7", "A browser");

    private final TestDatabase database = TestDatabase.create();
    private final StoppedClock clock = new StoppedClock();
    private final AccountRows accounts = new AccountRows(database.jdbc());

    @AfterEach
    void close() {
        database.close();
    }

    private Sessions sessions(boolean secondFactor) {
        var settings = new AccountSettings("", Duration.ofHours(12), Duration.ofDays(7), secondFactor, false, 30, 20);
        ConfigurationChanges changes = (topic, refresh) -> refresh.run();
        return new Sessions(
                database.transactions(),
                new SessionRows(database.jdbc()),
                accounts,
                settings,
                () -> true,
                changes,
                clock);
    }

    /// One of the operator's people.
    private Account somebody() {
        var account = new Account(
                TenantId.OPERATOR,
                UUID.randomUUID(),
                "Ms Example",
                new SignInName("name@example.cn"),
                AccountState.ACTIVE,
                Set.of(Role.REVIEWER),
                false,
                clock.instant(),
                Optional.empty());
        database.transactions().asOperator(() -> {
            database.jdbc()
                    .sql("insert into identity.principals (id, tenant, name, created_at) values (?, ?, ?, now())")
                    .params(account.principal(), account.tenant().value(), account.name())
                    .update();
            accounts.setRole(account, Role.REVIEWER);
            accounts.insert(account, Optional.of("a hash"));
        });
        return account;
    }

    @Test
    void a_session_that_is_used_goes_on_for_a_week_and_no_longer() {
        var sessions = sessions(false);
        var secret = sessions.begin(somebody(), BROWSER).secret();
        for (int i = 0; i < 15; i++) {
            clock.pass(Duration.ofHours(11));
            assertThat(sessions.recognise(secret)).isPresent();
        }

        clock.pass(Duration.ofHours(4));

        assertThat(sessions.recognise(secret)).as("seven days and an hour").isEmpty();
    }

    @Test
    void a_session_that_is_left_alone_ends_after_half_a_day() {
        var sessions = sessions(false);
        var account = somebody();
        var secret = sessions.begin(account, BROWSER).secret();
        clock.pass(Duration.ofHours(12).plusMinutes(1));

        assertThat(sessions.recognise(secret)).isEmpty();
        assertThat(sessions.list(account.tenant(), account.principal())).isEmpty();
    }

    @Test
    void whoever_must_have_a_second_factor_does_nothing_before_he_has() {
        var sessions = sessions(true);
        var account = somebody();

        var before = sessions.recognise(sessions.begin(account, BROWSER).secret());
        database.transactions()
                .asOperator(() -> database.jdbc()
                        .sql("update identity.accounts set totp_secret = 'x', totp_since = now() where principal = ?")
                        .param(account.principal())
                        .update());
        var after = sessions.recognise(sessions.begin(account, BROWSER).secret());

        assertThat(before.map(Caller::scopes)).contains(Set.of(Scope.write("sessions")));
        assertThat(before.filter(one -> one.may(Scope.read("reviews")))).isEmpty();
        assertThat(after.filter(one -> one.may(Scope.read("reviews")))).isPresent();
    }

    @Test
    void the_database_knows_no_secret() {
        var secret = sessions(false).begin(somebody(), BROWSER).secret();

        var row = database.transactions()
                .asOperator(() -> database.jdbc()
                        .sql("select s::text from identity.sessions s")
                        .query(String.class)
                        .single());

        assertThat(row).doesNotContain(secret.text());
        assertThat(secret.csrf()).isNotEqualTo(secret.text());
    }
}
