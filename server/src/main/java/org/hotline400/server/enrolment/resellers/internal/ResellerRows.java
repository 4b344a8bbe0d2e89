package org.hotline400.server.enrolment.resellers.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.resellers.Licence;
import org.hotline400.server.enrolment.resellers.Reseller;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.vault.Seal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `enrolment.resellers`. Every method runs in the caller's transaction.
@Repository
public class ResellerRows {
    private final JdbcClient jdbc;
    private final Seal seal;

    public ResellerRows(JdbcClient jdbc, Seal seal) {
        this.jdbc = jdbc;
        this.seal = seal;
    }

    public Optional<Reseller> find(TenantId tenant) {
        return jdbc.sql("select * from enrolment.resellers where tenant = ?")
                .param(tenant.value())
                .query(this::reseller)
                .optional();
    }

    public List<Reseller> list(Optional<TenantId> after, int limit) {
        return jdbc.sql("""
                        select * from enrolment.resellers
                         where cast(:after as uuid) is null or tenant > :after order by tenant limit :limit
                        """)
                .param("after", after.map(TenantId::value).orElse(null))
                .param("limit", limit)
                .query(this::reseller)
                .list();
    }

    /// Does nothing when there is one of this tenant.
    public void insert(Reseller reseller) {
        bound(reseller, """
                insert into enrolment.resellers (tenant, name, licence_number, licence_scope, licence_from, licence_until,
                       mail, mobile, suspended, changed_at, changed_by)
                values (:tenant, :name, :number, :scope, :from, :until, :mail, :mobile, :suspended, :at, :by)
                on conflict (tenant) do nothing
                """).update();
    }

    public void update(Reseller reseller) {
        bound(reseller, """
                update enrolment.resellers
                   set name = :name, licence_scope = :scope, licence_from = :from, mail = :mail, mobile = :mobile,
                       warned_days = case when licence_until = :until then warned_days end,
                       licence_number = :number, licence_until = :until,
                       suspended = :suspended, changed_at = :at, changed_by = :by
                 where tenant = :tenant
                """).update();
    }

    private JdbcClient.StatementSpec bound(Reseller reseller, String sql) {
        return jdbc.sql(sql)
                .param("tenant", reseller.tenant().value())
                .param("name", reseller.name())
                .param("number", reseller.licence().number())
                .param("scope", reseller.licence().scope())
                .param("from", reseller.licence().from())
                .param("until", reseller.licence().until())
                .param("mail", reseller.mail().map(seal::close).orElse(null))
                .param("mobile", reseller.mobile().map(seal::close).orElse(null))
                .param("suspended", reseller.suspended())
                .param("at", SqlTime.of(reseller.changedAt()))
                .param("by", reseller.changedBy());
    }

    /// @param until those whose last day is this one or earlier
    public List<Reseller> toWarn(LocalDate until, int days, int most) {
        return jdbc.sql("""
                        select * from enrolment.resellers
                         where licence_until <= ? and (warned_days is null or warned_days > ?)
                         order by licence_until limit ?
                        """).params(until, days, most).query(this::reseller).list();
    }

    public boolean warned(TenantId tenant, int days) {
        return jdbc.sql("""
                        update enrolment.resellers set warned_days = ?
                         where tenant = ? and (warned_days is null or warned_days > ?)
                        """).params(days, tenant.value(), days).update() > 0;
    }

    private Reseller reseller(ResultSet row, int index) throws SQLException {
        return new Reseller(
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getString("name"),
                new Licence(
                        row.getString("licence_number"),
                        row.getString("licence_scope"),
                        row.getObject("licence_from", LocalDate.class),
                        row.getObject("licence_until", LocalDate.class)),
                Optional.ofNullable(row.getBytes("mail")).map(seal::open),
                Optional.ofNullable(row.getBytes("mobile")).map(seal::open),
                row.getBoolean("suspended"),
                SqlTime.read(row, "changed_at"),
                row.getString("changed_by"));
    }
}
