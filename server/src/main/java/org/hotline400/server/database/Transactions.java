package org.hotline400.server.database;

import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.ResourceTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The only way to the database: transactions that say for whom they act. A statement outside them sees no
/// row that belongs to a tenant.
///
/// Inside a transaction a call for the same tenant joins it. Inside one for the operator a call for a tenant
/// narrows it for its duration. Anything else would widen what a tenant sees: it is a bug and throws.
///
/// Failures of the database are Spring's `DataAccessException`, and `CannotCreateTransactionException` while
/// it is away, within about two seconds.
@Component
public class Transactions {
    /// The value of `hotline.tenant` that sees every tenant's rows.
    private static final String EVERYBODY = "*";

    private static final String NOBODY = "nobody";

    private static final ScopedValue<String> SCOPE = ScopedValue.newInstance();

    private final PlatformTransactionManager manager;
    private final TransactionTemplate template;
    private final TransactionTemplate apart;
    private final JdbcClient jdbc;

    public Transactions(PlatformTransactionManager manager, JdbcClient jdbc) {
        this.manager = manager;
        this.template = new TransactionTemplate(manager);
        this.apart = new TransactionTemplate(manager);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.jdbc = jdbc;
    }

    /// Runs the work in a transaction that sees and writes this tenant's rows only.
    public <T> T asTenant(TenantId tenant, Supplier<T> work) {
        return in(tenant.toString(), work);
    }

    /// Runs the work in a transaction that sees and writes this tenant's rows only.
    public void asTenant(TenantId tenant, Runnable work) {
        asTenant(tenant, done(work));
    }

    /// Runs the work in a transaction that sees and writes the rows of every tenant: for the operator's own
    /// views and for the system's work across tenants.
    public <T> T asOperator(Supplier<T> work) {
        return in(EVERYBODY, work);
    }

    /// Runs the work in a transaction that sees and writes the rows of every tenant.
    public void asOperator(Runnable work) {
        asOperator(done(work));
    }

    /// Runs the work in a transaction of its own that sees and writes this tenant's rows only, whatever
    /// transaction
    /// the caller is in: what it commits stays when the caller's is rolled back. Takes a second connection, so
    /// it is for what happens rarely.
    public <T> T apart(TenantId tenant, Supplier<T> work) {
        return ScopedValue.where(SCOPE, tenant.toString()).call(() -> execute(apart, tenant.toString(), NOBODY, work));
    }

    /// Lets the statements of the caller's transaction take longer than others may, until it ends: for work in the
    /// background that reads what years have left.
    public void allow(Duration most) {
        if (!(manager instanceof ResourceTransactionManager own)
                || !(own.getResourceFactory() instanceof DataSource source)) {
            throw new IllegalStateException("transactions are those of a data source");
        }
        // The pool sets its own bound again when the connection comes back.
        var operations = new JdbcTemplate(source);
        operations.execute((ConnectionCallback<Boolean>) connection -> {
            connection.setNetworkTimeout(Runnable::run, Math.toIntExact(most.toMillis()));
            return true;
        });
    }

    private static Supplier<Boolean> done(Runnable work) {
        return () -> {
            work.run();
            return true;
        };
    }

    private <T> T in(String scope, Supplier<T> work) {
        var current = current();
        if (current.equals(scope)) {
            return work.get();
        }
        if (!current.equals(NOBODY) && !current.equals(EVERYBODY)) {
            throw new IllegalStateException("a transaction for " + current + " cannot act for " + scope);
        }
        return ScopedValue.where(SCOPE, scope).call(() -> execute(template, scope, current, work));
    }

    private static String current() {
        return SCOPE.isBound() && TransactionSynchronizationManager.isActualTransactionActive() ? SCOPE.get() : NOBODY;
    }

    // The template returns what the work returns, which is never null here.
    @SuppressWarnings("NullAway")
    private <T> T execute(TransactionTemplate kind, String scope, String before, Supplier<T> work) {
        return kind.execute(status -> {
            actFor(scope);
            var result = work.get();
            if (!before.equals(NOBODY)) {
                actFor(before);
            }
            return result;
        });
    }

    private void actFor(String scope) {
        jdbc.sql("select set_config('hotline.tenant', ?, true)")
                .param(scope)
                .query(String.class)
                .single();
    }
}
