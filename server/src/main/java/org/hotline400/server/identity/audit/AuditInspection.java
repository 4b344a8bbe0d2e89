package org.hotline400.server.identity.audit;

import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.DatabaseAccess;
import org.hotline400.server.identity.internal.AuditRows;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/// The trails of all tenants as one finds them in a database, without a server: reads, changes nothing.
public final class AuditInspection implements AutoCloseable {
    private final SingleConnectionDataSource connection;
    private final AuditRows rows;

    private AuditInspection(SingleConnectionDataSource connection) {
        this.connection = connection;
        var jdbc = JdbcClient.create(connection);
        jdbc.sql("set hotline.tenant = '*'").update();
        jdbc.sql("set default_transaction_read_only = on").update();
        this.rows = AuditRows.of(jdbc);
    }

    /// As the owner of the tables, who sees every tenant's rows.
    ///
    /// @throws org.springframework.dao.DataAccessException when the database cannot be reached
    public static AuditInspection of(DatabaseAccess access) {
        var owner = access.owner();
        return new AuditInspection(new SingleConnectionDataSource(access.url(), owner.role(), owner.password(), true));
    }

    /// Where each chain ends, in the order of the tenants' ids.
    public List<AuditHead> heads() {
        return rows.heads();
    }

    /// Computes a tenant's chain anew.
    ///
    /// @param published a head that was written down once
    public AuditReport verify(TenantId tenant, Optional<AuditHead> published) {
        return new AuditVerification(rows, tenant, published).run();
    }

    @Override
    public void close() {
        connection.destroy();
    }
}
