package org.hotline400.server.tariffs.contracts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.tariffs.contracts.Contract.Binding;
import org.hotline400.server.tariffs.contracts.Contract.Span;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.jdbc.support.SqlArrayValue;
import org.springframework.stereotype.Repository;

/// The tables of contracts. Every method runs in the caller's transaction.
@Repository
class ContractRows {
    private static final String SELECT =
            "select c.tenant, c.id, c.paid_until, s.revision, s.starts, s.number, s.tariff, s.version, s.term_months,"
                    + " s.rent, s.bound_since, s.bound_until, s.exit_amount"
                    + " from tariffs.contracts c join tariffs.contract_spans s on s.contract = c.id ";

    private final JdbcClient jdbc;
    private final Tariffs tariffs;

    ContractRows(JdbcClient jdbc, Tariffs tariffs) {
        this.jdbc = jdbc;
        this.tariffs = tariffs;
    }

    /// Why a contract is as it is.
    ///
    /// @param author who wants it so
    record Note(String reason, String author, Instant at) {}

    /// Notes a contract that there is not yet.
    ///
    /// @return false when there was one with this id
    boolean add(ContractId id, TenantId tenant, Agreement first, LocalDate paidUntil, Note note) {
        boolean isNew = jdbc.sql(
                                "insert into tariffs.contracts (tenant, id, starts, paid_until, number, revision, created_at)"
                                        + " values (:tenant, :id, :starts, :paid, :number, 1, :at) on conflict (id) do nothing")
                        .param("tenant", tenant.value())
                        .param("id", id.value())
                        .param("starts", first.from())
                        .param("paid", paidUntil)
                        .param("number", first.number().digits())
                        .param("at", SqlTime.of(note.at()))
                        .update()
                > 0;
        if (isNew) {
            addSpans(row(id, tenant, 1, first, note), first.spans());
        }
        return isNew;
    }

    /// Agrees on something else.
    void revise(Contract contract, Agreement agreement, Note note) {
        int revision = jdbc.sql("update tariffs.contracts set number = :number, ends = :ends, revision = revision + 1"
                        + " where id = :id returning revision")
                .param("number", agreement.number().digits())
                .param("ends", agreement.spans().isEmpty() ? agreement.from() : null)
                .param("id", contract.id().value())
                .query(Integer.class)
                .single();
        var row = row(contract.id(), contract.tenant(), revision, agreement, note);
        if (agreement.spans().isEmpty()) {
            addEnd(row, agreement.from(), contract.spans().getLast().binding());
        } else {
            addSpans(row, agreement.spans());
        }
    }

    private StatementSpec row(ContractId id, TenantId tenant, int revision, Agreement agreement, Note note) {
        return jdbc.sql(
                        "insert into tariffs.contract_spans (tenant, contract, revision, starts, number, tariff, version,"
                                + " term_months, rent, bound_since, bound_until, exit_amount, reason, author, at)"
                                + " values (:tenant, :id, :revision, :starts, :number, :tariff, :version, :term, :rent, :since,"
                                + " :until, :exit, :reason, :author, :at)")
                .param("tenant", tenant.value())
                .param("id", id.value())
                .param("revision", revision)
                .param("number", agreement.number().digits())
                .param("exit", agreement.exit().microYuan())
                .param("reason", note.reason())
                .param("author", note.author())
                .param("at", SqlTime.of(note.at()));
    }

    private static void addEnd(StatementSpec row, LocalDate ends, Binding left) {
        row.param("starts", ends)
                .param("tariff", null)
                .param("version", null)
                .param("term", null)
                .param("rent", null)
                .param("since", left.since())
                .param("until", left.until())
                .update();
    }

    private static void addSpans(StatementSpec row, List<Span> spans) {
        for (var span : spans) {
            row.param("starts", span.from())
                    .param("tariff", span.tariff().code())
                    .param("version", span.tariff().version())
                    .param("term", span.termMonths())
                    .param("rent", span.rentPerMonth().microYuan())
                    .param("since", span.binding().since())
                    .param("until", span.binding().until())
                    .update();
        }
    }

    /// Nobody else changes it until the transaction ends.
    boolean lock(ContractId id) {
        return jdbc.sql("select id from tariffs.contracts where id = ? for update")
                .param(id.value())
                .query(UUID.class)
                .optional()
                .isPresent();
    }

    Optional<Contract> find(ContractId id) {
        return read(jdbc.sql(SELECT + "where c.id = :id order by s.revision, s.starts")
                        .param("id", id.value()))
                .stream()
                .findFirst();
    }

    /// All that these numbers ever had, the oldest first.
    List<Contract> of(Collection<HotlineNumber> numbers) {
        var digits = numbers.stream().map(HotlineNumber::digits).toArray();
        return read(jdbc.sql(SELECT
                        + "where c.id in (select contract from tariffs.contract_spans where number = any(:numbers))"
                        + " order by c.starts, c.id, s.revision, s.starts")
                .param("numbers", new SqlArrayValue("text", digits)));
    }

    /// The one that runs, or will run out, for a number that it is for at the last.
    Optional<ContractId> running(HotlineNumber number, LocalDate today) {
        return jdbc.sql("select id from tariffs.contracts where number = ? and (ends is null or ends > ?)"
                        + " order by ends nulls first limit 1")
                .params(number.digits(), today)
                .query((row, _) -> new ContractId(row.getObject(1, UUID.class)))
                .optional();
    }

    /// A contract that ended, whose number has no other one.
    record Over(ContractId contract, TenantId tenant, HotlineNumber number, LocalDate ends) {}

    /// Those that ended on a day of `[from, until]`, in the order of their ids.
    ///
    /// @param after start behind this one
    List<Over> over(LocalDate from, LocalDate until, Optional<ContractId> after, int most) {
        return jdbc.sql("select id, tenant, number, ends from tariffs.contracts c where ends between :from and :until"
                        + " and id > :after"
                        + " and not exists (select from tariffs.contracts o where o.number = c.number"
                        + " and o.id <> c.id and (o.ends is null or o.ends > :until)) order by id limit :most")
                .param("from", from)
                .param("until", until)
                .param("after", after.map(ContractId::value).orElse(new UUID(0, 0)))
                .param("most", most)
                .query((row, _) -> new Over(
                        new ContractId(row.getObject("id", UUID.class)),
                        new TenantId(row.getObject("tenant", UUID.class)),
                        new HotlineNumber(row.getString("number")),
                        row.getObject("ends", LocalDate.class)))
                .list();
    }

    List<Contract> of(TenantId tenant) {
        return read(jdbc.sql(SELECT + "where c.tenant = :tenant order by c.starts, c.id, s.revision, s.starts")
                .param("tenant", tenant.value()));
    }

    List<Contract> holding(LocalDate from, LocalDate until, Optional<ContractId> after, int most) {
        return read(jdbc.sql(SELECT
                        + "where c.id in (select id from tariffs.contracts where starts < :until"
                        + " and (ends is null or (ends > :from and ends > starts)) and id > :after order by id limit :most)"
                        + " order by c.id, s.revision, s.starts")
                .param("from", from)
                .param("until", until)
                .param("after", after.map(ContractId::value).orElse(new UUID(0, 0)))
                .param("most", most));
    }

    /// All that this transaction sees, of a tenant or of all, in the order of their ids.
    List<Contract> list(Optional<TenantId> tenant, Optional<ContractId> after, int most) {
        return read(jdbc.sql(SELECT
                        + "where c.id in (select id from tariffs.contracts where id > :after"
                        + " and (cast(:tenant as uuid) is null or tenant = :tenant) order by id limit :most)"
                        + " order by c.id, s.revision, s.starts")
                .param("tenant", tenant.map(TenantId::value).orElse(null))
                .param("after", after.map(ContractId::value).orElse(new UUID(0, 0)))
                .param("most", most));
    }

    /// Rows of the same contract follow each other, by revision and day.
    private List<Contract> read(StatementSpec query) {
        var byContract = new LinkedHashMap<UUID, List<Row>>();
        query.query((row, _) -> Row.of(row))
                .list()
                .forEach(row -> byContract
                        .computeIfAbsent(row.contract(), _ -> new ArrayList<>())
                        .add(row));
        return byContract.values().stream().map(this::fold).toList();
    }

    /// What holds after all revisions.
    private Contract fold(List<Row> rows) {
        var revisions = new LinkedHashMap<Integer, List<Row>>();
        rows.forEach(row -> revisions
                .computeIfAbsent(row.revision(), _ -> new ArrayList<>())
                .add(row));
        var spans = List.<Span>of();
        for (var revision : revisions.values()) {
            spans = agreement(revision).after(spans);
        }
        var last = rows.getLast();
        return new Contract(new ContractId(last.contract()), last.tenant(), spans, last.paidUntil(), last.exit());
    }

    private Agreement agreement(List<Row> revision) {
        var first = revision.getFirst();
        var spans = new ArrayList<Span>();
        for (int i = 0; i < revision.size(); i++) {
            var until =
                    i + 1 < revision.size() ? Optional.of(revision.get(i + 1).starts()) : Optional.<LocalDate>empty();
            revision.get(i).agreed().map(agreed -> span(first, agreed, until)).ifPresent(spans::add);
        }
        return new Agreement(first.starts(), first.number(), spans, first.exit());
    }

    private Span span(Row row, Agreed agreed, Optional<LocalDate> until) {
        return new Span(
                agreed.starts(),
                until,
                row.number(),
                tariffs.find(agreed.tariff(), agreed.version())
                        .orElseThrow(() -> new IllegalStateException("a contract has the package " + agreed.tariff()
                                + " " + agreed.version() + ", which is not there")),
                agreed.rent(),
                agreed.termMonths(),
                agreed.binding());
    }

    private record Agreed(LocalDate starts, String tariff, int version, int termMonths, Money rent, Binding binding) {
        static Optional<Agreed> of(ResultSet row) throws SQLException {
            var tariff = row.getString("tariff");
            return tariff == null
                    ? Optional.empty()
                    : Optional.of(new Agreed(
                            row.getObject("starts", LocalDate.class),
                            tariff,
                            row.getInt("version"),
                            row.getInt("term_months"),
                            new Money(row.getLong("rent")),
                            new Binding(
                                    row.getObject("bound_since", LocalDate.class),
                                    row.getObject("bound_until", LocalDate.class))));
        }
    }

    private record Row(
            TenantId tenant,
            UUID contract,
            LocalDate paidUntil,
            int revision,
            LocalDate starts,
            HotlineNumber number,
            Optional<Agreed> agreed,
            Money exit) {
        static Row of(ResultSet row) throws SQLException {
            return new Row(
                    new TenantId(row.getObject("tenant", UUID.class)),
                    row.getObject("id", UUID.class),
                    row.getObject("paid_until", LocalDate.class),
                    row.getInt("revision"),
                    row.getObject("starts", LocalDate.class),
                    new HotlineNumber(row.getString("number")),
                    Agreed.of(row),
                    new Money(row.getLong("exit_amount")));
        }
    }
}
