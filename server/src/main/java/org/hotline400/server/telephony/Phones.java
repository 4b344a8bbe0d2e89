package org.hotline400.server.telephony;

import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.callplans.Extensions;
import org.hotline400.server.callplans.Target;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The desk phones in the database. Passwords are kept sealed.
///
/// Every method joins the caller's transaction or opens one of its own for the tenant it names.
@Component
public class Phones implements Extensions {
    private static final SecureRandom RANDOM = new SecureRandom();
    /// Without those that look alike on a phone's display.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private static final int GENERATED_LENGTH = 20;

    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final Seal seal;
    private final Clock clock;

    Phones(Transactions transactions, JdbcClient jdbc, Seal seal, Clock clock) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.seal = seal;
        this.clock = clock;
    }

    /// A phone with its identity.
    public record Stored(UUID id, TenantId tenant, PhoneOrder order) {}

    /// A password nobody guesses: 20 characters, 116 bits.
    public static String newPassword() {
        var out = new StringBuilder(GENERATED_LENGTH);
        for (int i = 0; i < GENERATED_LENGTH; i++) {
            out.append(LETTERS.charAt(RANDOM.nextInt(LETTERS.length())));
        }
        return out.toString();
    }

    /// Those of the transaction's tenant, or all for the operator, by user name.
    ///
    /// @param after start behind this user name
    public Page<Stored> list(Optional<String> after, int limit) {
        var rows = jdbc.sql("select * from telephony.phones where user_name > ? order by user_name limit ?")
                .params(after.orElse(""), limit + 1)
                .query(this::row)
                .list();
        return Page.of(rows, limit, phone -> phone.order().user());
    }

    /// Within the caller's transaction: what its tenant may see.
    public Optional<Stored> find(UUID id) {
        return jdbc.sql("select * from telephony.phones where id = ?")
                .param(id)
                .query(this::row)
                .optional();
    }

    @Override
    public boolean exists(TenantId tenant, Target.Extension extension) {
        return transactions.asTenant(
                tenant,
                () -> jdbc.sql("select exists (select from telephony.phones where tenant = ? and extension = ?)")
                        .params(tenant.value(), extension.number())
                        .query(Boolean.class)
                        .single());
    }

    List<Stored> all() {
        return transactions.asOperator(() ->
                jdbc.sql("select * from telephony.phones").query(this::row).list());
    }

    /// Adds a phone.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when the user or the extension is taken
    public Stored add(TenantId tenant, PhoneOrder order) {
        return put(new Stored(Ids.next(), tenant, order));
    }

    /// Adds a phone or changes the one of this id. A new password, another user name or switching it off ends its
    /// registrations.
    ///
    /// @throws org.springframework.dao.DuplicateKeyException when the user or the extension is taken
    public Stored put(Stored phone) {
        var order = phone.order();
        return transactions.asTenant(phone.tenant(), () -> {
            var before = find(phone.id()).map(Stored::order);
            jdbc.sql("""
                    insert into telephony.phones (tenant, id, user_name, password, display_name, extension, enabled,
                        changed_at)
                    values (:tenant, :id, :user, :password, :name, :extension, :enabled, :now)
                    on conflict (tenant, id) do update set user_name = excluded.user_name,
                        password = excluded.password, display_name = excluded.display_name,
                        extension = excluded.extension, enabled = excluded.enabled, changed_at = excluded.changed_at
                    """)
                    .param("tenant", phone.tenant().value())
                    .param("id", phone.id())
                    .param("user", order.user())
                    .param("password", seal.close(order.password()))
                    .param("name", order.displayName())
                    .param("extension", order.extension())
                    .param("enabled", order.enabled())
                    .param("now", SqlTime.of(clock.instant()))
                    .update();
            if (before.filter(old -> keepsRegistrations(old, order)).isEmpty()) {
                // In this very transaction, so that no crash leaves the way to a stolen phone open.
                jdbc.sql("delete from telephony.phone_bindings where tenant = ? and phone = ?")
                        .params(phone.tenant().value(), phone.id())
                        .update();
            }
            return phone;
        });
    }

    private static boolean keepsRegistrations(PhoneOrder before, PhoneOrder now) {
        return now.enabled()
                && before.user().equals(now.user())
                && before.password().equals(now.password());
    }

    /// Removes a phone and its registrations; a call under way goes on.
    public void remove(Stored phone) {
        transactions.asTenant(phone.tenant(), () -> {
            jdbc.sql("delete from telephony.phones where tenant = ? and id = ?")
                    .params(phone.tenant().value(), phone.id())
                    .update();
        });
    }

    private Stored row(ResultSet row, int index) throws SQLException {
        return new Stored(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                new PhoneOrder(
                        row.getString("user_name"),
                        seal.open(row.getBytes("password")),
                        row.getString("display_name"),
                        row.getString("extension"),
                        row.getBoolean("enabled")));
    }
}
