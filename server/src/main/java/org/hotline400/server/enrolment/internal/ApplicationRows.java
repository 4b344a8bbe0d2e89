package org.hotline400.server.enrolment.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationFilter;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.PaymentPolicy;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/// The table `enrolment.applications`. Every method runs in the caller's transaction.
@Repository
public class ApplicationRows {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String ALL = "select * from enrolment.applications ";
    private static final String OPEN = "state in ('submitted', 'paid', 'in-review', 'correction-asked', 'approved')";

    private final JdbcClient jdbc;

    public ApplicationRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// @param request what the sender called his request
    /// @return whether it is new; else the tenant has one that began with this request
    boolean insert(StoredApplication stored, Optional<String> request) {
        var one = stored.application();
        return jdbc.sql("""
                        insert into enrolment.applications
                            (id, tenant, version, state, channel, handler, reseller, authors, request, policy, form,
                             documents, findings, approvals, created_at)
                        values (:id, :tenant, :version, :state, :channel, :handler, :reseller, :authors, :request,
                                :policy, cast(:form as jsonb), '{}', '[]', '{}', :createdAt)
                        on conflict (tenant, request) where request is not null do nothing
                        """)
                        .param("id", one.id().value())
                        .param("tenant", one.tenant().value())
                        .param("version", one.version())
                        .param("state", one.state().code())
                        .param("channel", channel(one.intake().channel()))
                        .param("handler", one.intake().handler().orElse(null))
                        .param(
                                "reseller",
                                one.intake().reseller().map(TenantId::value).orElse(null))
                        .param("authors", stored.authors().toArray(UUID[]::new))
                        .param("request", request.orElse(null))
                        .param("policy", one.policy().code())
                        .param("form", FormSeal.open(one.form()))
                        .param("createdAt", SqlTime.of(one.createdAt()))
                        .update()
                > 0;
    }

    Optional<StoredApplication> findByRequest(TenantId tenant, String request) {
        return jdbc.sql(ALL + "where tenant = ? and request = ?")
                .params(tenant.value(), request)
                .query(ApplicationRows::stored)
                .optional();
    }

    public Optional<StoredApplication> find(ApplicationId id) {
        return jdbc.sql(ALL + "where id = ?")
                .param(id.value())
                .query(ApplicationRows::stored)
                .optional();
    }

    /// Finds one and keeps others from changing it until the transaction ends.
    public Optional<StoredApplication> lock(ApplicationId id) {
        return jdbc.sql(ALL + "where id = ? for update")
                .param(id.value())
                .query(ApplicationRows::stored)
                .optional();
    }

    /// @param viewer whose applications, and those it took in; empty: of every tenant
    /// @param after start behind this one
    public List<StoredApplication> list(
            ApplicationFilter filter, Optional<TenantId> viewer, Optional<ApplicationId> after, int limit) {
        return jdbc.sql(ALL + """
                        where (cast(:viewer as uuid) is null or tenant = :viewer or reseller = :viewer)
                          and (cast(:tenant as uuid) is null or tenant = :tenant)
                          and (cardinality(cast(:states as text[])) = 0 or state = any(:states))
                          and (cast(:reviewer as uuid) is null or reviewer = :reviewer)
                          and (cast(:channel as text) is null or channel = :channel)
                          and (not :waiting or (policy = 'before-review' and state = 'paid')
                                            or (policy = 'after-review' and state = 'submitted'))
                        """ + order(filter.order()))
                .param("viewer", viewer.map(TenantId::value).orElse(null))
                .param("tenant", filter.tenant().map(TenantId::value).orElse(null))
                .param(
                        "states",
                        filter.states().stream().map(ApplicationState::code).toArray(String[]::new))
                .param("reviewer", filter.reviewer().orElse(null))
                .param("channel", filter.channel().map(ApplicationRows::channel).orElse(null))
                .param("waiting", filter.waitingForReview())
                .param("after", after.map(ApplicationId::value).orElse(null))
                .param("limit", limit)
                .query(ApplicationRows::stored)
                .list();
    }

    private static String order(ApplicationFilter.Order order) {
        return switch (order) {
            case NEWEST_FIRST -> """
                    and (cast(:after as uuid) is null or id < :after) order by id desc limit :limit
                    """;
            case DUE_FIRST -> """
                    and (cast(:after as uuid) is null or (coalesce(due_at, 'infinity'), id)
                         > (select coalesce(last.due_at, 'infinity'), last.id
                              from enrolment.applications last where last.id = :after))
                    order by coalesce(due_at, 'infinity'), id limit :limit
                    """;
        };
    }

    /// The application that this number is promised to, where it is under way.
    public Optional<ApplicationId> promisedTo(HotlineNumber number) {
        return jdbc.sql("select id from enrolment.applications where promised = ? and " + OPEN)
                .param(number.digits())
                .query((row, _) -> new ApplicationId(row.getObject("id", UUID.class)))
                .optional();
    }

    /// A number that a holder has or is about to get.
    record Promise(HotlineNumber number, TenantId tenant, boolean isInService) {}

    /// What the holder with this credit code has or is about to get, under whatever tenant.
    List<Promise> promises(byte[] creditCode, ApplicationId but) {
        return jdbc.sql("""
                        select promised, tenant, state in ('provisioned', 'live') as in_service
                          from enrolment.applications
                         where credit_code = :code and id <> :but and promised is not null
                           and (state in ('provisioned', 'live') or %s)
                        """.formatted(OPEN))
                .param("code", creditCode)
                .param("but", but.value())
                .query((row, _) -> new Promise(
                        new HotlineNumber(row.getString("promised")),
                        new TenantId(row.getObject("tenant", UUID.class)),
                        row.getBoolean("in_service")))
                .list();
    }

    /// Lets those who apply for one holder come one after the other, until the transaction ends.
    void queueHolder(byte[] creditCode) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('enrolment.holder ' || encode(?, 'hex'), 0))")
                .param(creditCode)
                .query((row, index) -> index)
                .single();
    }

    /// Stores what is changed by everything but an edit.
    void store(StoredApplication stored) {
        var one = stored.application();
        jdbc.sql("""
                        update enrolment.applications
                           set version = :version, state = :state, policy = :policy, promised = :promised,
                               findings = cast(:findings as jsonb), reviewer = :reviewer, approvals = :approvals,
                               submitted_at = :submittedAt, due_at = :dueAt, lapses_at = :lapsesAt, paid_at = :paidAt,
                               correction_asked_at = :askedAt
                         where id = :id
                        """)
                .param("version", one.version())
                .param("state", one.state().code())
                .param("policy", one.policy().code())
                .param("promised", stored.promised().map(HotlineNumber::digits).orElse(null))
                .param("findings", JSON.writeValueAsString(one.findings()))
                .param("reviewer", one.reviewer().orElse(null))
                .param("approvals", one.approvals().toArray(UUID[]::new))
                .param("submittedAt", one.submittedAt().map(SqlTime::of).orElse(null))
                .param("dueAt", one.dueAt().map(SqlTime::of).orElse(null))
                .param("lapsesAt", one.lapsesAt().map(SqlTime::of).orElse(null))
                .param("paidAt", one.paidAt().map(SqlTime::of).orElse(null))
                .param("askedAt", stored.correctionAskedAt().map(SqlTime::of).orElse(null))
                .param("id", one.id().value())
                .update();
    }

    /// Stores an edit: what the application says, and who wrote it.
    void storeForm(StoredApplication stored, FormSeal seal) {
        var one = stored.application();
        jdbc.sql("""
                        update enrolment.applications
                           set version = :version, form = cast(:form as jsonb), persons = :persons,
                               credit_code = :creditCode, documents = :documents, authors = :authors
                         where id = :id
                        """)
                .param("version", one.version())
                .param("form", FormSeal.open(one.form()))
                .param("persons", seal.close(one.tenant(), one.id(), one.form()).bytes())
                .param("creditCode", seal.creditCode(one.form()).orElse(null))
                .param("documents", seal.documents(one.form()).toArray(byte[][]::new))
                .param("authors", stored.authors().toArray(UUID[]::new))
                .param("id", one.id().value())
                .update();
    }

    /// Empties all that says something of persons; lines that answer may be their mobiles.
    public boolean forgetPersons(ApplicationId id) {
        return jdbc.sql("""
                        update enrolment.applications
                           set persons = null, documents = '{}',
                               form = case when form #> '{choice,forwardTo}' is null then form
                                           else jsonb_set(form, '{choice,forwardTo}', '[]') end
                         where id = ?
                        """).param(id.value()).update() > 0;
    }

    private static StoredApplication stored(ResultSet row, int index) throws SQLException {
        return new StoredApplication(
                application(row),
                Optional.ofNullable(row.getBytes("persons")).map(SealedPersons::new),
                Set.copyOf(ids(row, "authors")),
                Optional.ofNullable(row.getString("promised")).map(HotlineNumber::new),
                SqlTime.readIfPresent(row, "correction_asked_at"));
    }

    private static Application application(ResultSet row) throws SQLException {
        return new Application(
                new ApplicationId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                row.getLong("version"),
                ApplicationState.of(row.getString("state")),
                intake(row),
                PaymentPolicy.valueOf(constant(row.getString("policy"))),
                FormSeal.read(row.getString("form")),
                findings(row),
                Optional.ofNullable(row.getObject("reviewer", UUID.class)),
                ids(row, "approvals"),
                SqlTime.read(row, "created_at"),
                SqlTime.readIfPresent(row, "submitted_at"),
                SqlTime.readIfPresent(row, "due_at"),
                SqlTime.readIfPresent(row, "lapses_at"),
                SqlTime.readIfPresent(row, "paid_at"));
    }

    private static Intake intake(ResultSet row) throws SQLException {
        return new Intake(
                Intake.Channel.valueOf(constant(row.getString("channel"))),
                Optional.ofNullable(row.getObject("handler", UUID.class)),
                Optional.ofNullable(row.getObject("reseller", UUID.class)).map(TenantId::new));
    }

    static List<Finding> findings(ResultSet row) throws SQLException {
        return List.of(JSON.readValue(row.getString("findings"), Finding[].class));
    }

    private static List<UUID> ids(ResultSet row, String column) throws SQLException {
        Array array = row.getArray(column);
        return Arrays.asList((UUID[]) array.getArray());
    }

    private static String channel(Intake.Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    private static String constant(String code) {
        return code.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
