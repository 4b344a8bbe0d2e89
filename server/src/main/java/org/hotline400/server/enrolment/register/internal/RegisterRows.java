package org.hotline400.server.enrolment.register.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.register.RegisterEntry;
import org.hotline400.server.enrolment.register.RegisterEntry.End;
import org.hotline400.server.enrolment.register.RegisterEntry.Holder;
import org.hotline400.server.enrolment.register.RegisterEntry.Use;
import org.hotline400.server.enrolment.register.RegisterFilter;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The table `enrolment.register_entries`. Every method runs in the caller's transaction.
@Repository
public class RegisterRows {
    private final JdbcClient jdbc;

    public RegisterRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @return false when its application has an entry already
    public boolean insert(RegisterEntry entry) {
        return jdbc.sql("""
                        insert into enrolment.register_entries (tenant, id, number, application, company, credit_code, entity,
                               trade, legal_representative, handler, purpose, tariff, term_months, way, reseller,
                               activated_at)
                        values (:tenant, :id, :number, :application, :company, :creditCode, :entity, :trade, :legal,
                               :handler, :purpose, :tariff, :term, :way, :reseller, :activatedAt)
                        on conflict (application) where application is not null do nothing
                        """)
                        .param("tenant", entry.tenant().value())
                        .param("id", entry.id())
                        .param("number", entry.number().digits())
                        .param(
                                "application",
                                entry.application().map(ApplicationId::value).orElse(null))
                        .param("company", entry.holder().company())
                        .param("creditCode", entry.holder().creditCode())
                        .param("entity", entry.holder().entity())
                        .param("trade", entry.holder().trade())
                        .param("legal", entry.holder().legalRepresentative())
                        .param("handler", entry.holder().handler())
                        .param("purpose", entry.use().purpose())
                        .param("tariff", entry.use().tariff())
                        .param("term", entry.use().termMonths().orElse(null))
                        .param("way", entry.use().way())
                        .param(
                                "reseller",
                                entry.use().reseller().map(TenantId::value).orElse(null))
                        .param("activatedAt", SqlTime.of(entry.activatedAt()))
                        .update()
                > 0;
    }

    /// Of a number in service, locked.
    public Optional<RegisterEntry> inService(HotlineNumber number) {
        return jdbc.sql("select * from enrolment.register_entries where number = ? and ended_at is null for update")
                .param(number.digits())
                .query(RegisterRows::entry)
                .optional();
    }

    public Optional<RegisterEntry> find(UUID id) {
        return jdbc.sql("select * from enrolment.register_entries where id = ?")
                .param(id)
                .query(RegisterRows::entry)
                .optional();
    }

    public void end(RegisterEntry entry, Instant at, String reason) {
        jdbc.sql("update enrolment.register_entries set ended_at = ?, end_reason = ? where tenant = ? and id = ?")
                .params(SqlTime.of(at), reason, entry.tenant().value(), entry.id())
                .update();
    }

    /// Takes back the end of the last entry of a number, when it ended for this reason and nobody has the number.
    public Optional<RegisterEntry> reopen(HotlineNumber number, TenantId tenant, String reason) {
        return jdbc.sql("""
                        update enrolment.register_entries e set ended_at = null, end_reason = ''
                         where tenant = :tenant and end_reason = :reason
                           and id = (select id from enrolment.register_entries where number = :number
                                      order by activated_at desc, id desc limit 1)
                           and not exists (select from enrolment.register_entries o
                                            where o.number = :number and o.ended_at is null)
                        returning *
                        """)
                .param("tenant", tenant.value())
                .param("number", number.digits())
                .param("reason", reason)
                .query(RegisterRows::entry)
                .optional();
    }

    public void purpose(TenantId tenant, UUID id, String purpose) {
        jdbc.sql("update enrolment.register_entries set purpose = ? where tenant = ? and id = ?")
                .params(purpose, tenant.value(), id)
                .update();
    }

    /// Forgets the persons of an application.
    public void forgetPersons(ApplicationId application) {
        jdbc.sql("update enrolment.register_entries set legal_representative = '', handler = '' where application = ?")
                .param(application.value())
                .update();
    }

    /// In the order of their ids.
    ///
    /// @param after start behind this one
    public List<RegisterEntry> list(RegisterFilter filter, Optional<UUID> after, int limit) {
        return jdbc.sql("""
                        select * from enrolment.register_entries
                         where (cast(:after as uuid) is null or id > :after)
                           and (cast(:number as text) is null or number = :number)
                           and (cast(:creditCode as text) is null or credit_code = :creditCode)
                           and (cast(:company as text) is null or position(:company in company) > 0)
                           and (cast(:inService as boolean) is null or (ended_at is null) = :inService)
                         order by id limit :limit
                        """)
                .param("after", after.orElse(null))
                .param("number", filter.number().map(HotlineNumber::digits).orElse(null))
                .param("creditCode", filter.creditCode().orElse(null))
                .param("company", filter.company().orElse(null))
                .param("inService", filter.inService().orElse(null))
                .param("limit", limit)
                .query(RegisterRows::entry)
                .list();
    }

    private static RegisterEntry entry(ResultSet row, int index) throws SQLException {
        var reason = row.getString("end_reason");
        return new RegisterEntry(
                row.getObject("id", UUID.class),
                new TenantId(row.getObject("tenant", UUID.class)),
                new HotlineNumber(row.getString("number")),
                Optional.ofNullable(row.getObject("application", UUID.class)).map(ApplicationId::new),
                new Holder(
                        row.getString("company"),
                        row.getString("credit_code"),
                        row.getString("entity"),
                        row.getString("trade"),
                        row.getString("legal_representative"),
                        row.getString("handler")),
                new Use(
                        row.getString("purpose"),
                        row.getString("tariff"),
                        Optional.ofNullable(row.getObject("term_months", Integer.class)),
                        row.getString("way"),
                        Optional.ofNullable(row.getObject("reseller", UUID.class))
                                .map(TenantId::new)),
                SqlTime.read(row, "activated_at"),
                SqlTime.readIfPresent(row, "ended_at").map(at -> new End(at, reason)));
    }
}
