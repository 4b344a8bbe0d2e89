package org.hotline400.server.identity;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The operator's first API key, made at the first start because nobody could ask for one otherwise.
@Component
public class FirstKey {
    private final AtomicReference<Optional<IssuedApiKey>> key = new AtomicReference<>(Optional.empty());

    FirstKey(Transactions transactions, JdbcClient jdbc, Tenants tenants, ApiKeys keys) {
        transactions.asOperator(() -> {
            // One node at a time: two that start together would each make one.
            jdbc.sql("select pg_advisory_xact_lock(4007002)").query(rows -> {});
            var exists = jdbc.sql("select exists (select from identity.roles where role = 'operator')")
                    .query(Boolean.class)
                    .single();
            if (!exists) {
                key.set(Optional.of(make(tenants, keys)));
            }
        });
    }

    private static IssuedApiKey make(Tenants tenants, ApiKeys keys) {
        var principal = tenants.addPrincipal(TenantId.OPERATOR, "Operator", Role.OPERATOR);
        return keys.issue(ApiKeyOrder.unlimited(TenantId.OPERATOR, principal, "first key"));
    }

    /// The key, to be shown to the operator once; empty when this was not the first start, and from the
    /// second call on.
    public Optional<IssuedApiKey> take() {
        return key.getAndSet(Optional.empty());
    }
}
