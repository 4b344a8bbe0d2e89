package org.hotline400.server.enrolment.payments;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.grading.NumberClass;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// The tables of payments. Every method runs in the caller's transaction and sees what that may see.
@Repository
class PaymentRows {
    private static final String SELECT = "select tenant, id, application, reference, number, class, listed_fee,"
            + " promotion, promotion_zh, promotion_en, set_up_fee, tariff, tariff_version, term_months, rent_months,"
            + " rent, received, refunded, created_at, asked_at, due_at, settled_at, closed_at from enrolment.payments";
    private static final String ENTRIES = "select id, kind, amount, bank_reference, booked_on, note, idempotency_key,"
            + " by_principal, by_name, at from enrolment.payment_entries";

    private final JdbcClient jdbc;

    PaymentRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// Keeps everybody else from changing this application, and with it its payment: who changes both locks the
    /// application first, always.
    void lock(ApplicationId application) {
        jdbc.sql("select id from enrolment.applications where id = ? for update")
                .param(application.value())
                .query(UUID.class)
                .optional();
    }

    Optional<Payment> find(PaymentId id) {
        return jdbc.sql(SELECT + " where id = ?")
                .param(id.value())
                .query(PaymentRows::payment)
                .optional();
    }

    Optional<Payment> lock(PaymentId id) {
        return jdbc.sql(SELECT + " where id = ? for update")
                .param(id.value())
                .query(PaymentRows::payment)
                .optional();
    }

    Optional<Payment> of(ApplicationId application) {
        return jdbc.sql(SELECT + " where application = ?")
                .param(application.value())
                .query(PaymentRows::payment)
                .optional();
    }

    /// The newest first.
    List<Payment> list(PaymentFilter filter, Optional<PaymentId> before, int limit) {
        return jdbc.sql(SELECT + " where (cast(:state as text) is null or state = :state)"
                        + " and (cast(:reference as text) is null or reference = :reference)"
                        + " and (cast(:before as uuid) is null or id < :before) order by id desc limit :limit")
                .param("state", filter.state().map(PaymentState::code).orElse(null))
                .param("reference", filter.reference().orElse(null))
                .param("before", before.map(PaymentId::value).orElse(null))
                .param("limit", limit)
                .query(PaymentRows::payment)
                .list();
    }

    void add(Payment payment) {
        written(
                        jdbc.sql("insert into enrolment.payments (tenant, id, application, reference, state, number,"
                                + " class, listed_fee, promotion, promotion_zh, promotion_en, set_up_fee, tariff,"
                                + " tariff_version, term_months, rent_months, rent, received, refunded, created_at,"
                                + " asked_at, due_at, settled_at, closed_at) values (:tenant, :id, :application,"
                                + " :reference, :state, :number, :class, :listed, :promotion, :promotionZh,"
                                + " :promotionEn, :fee, :tariff, :version, :term, :months, :rent, :received,"
                                + " :refunded, :created, :asked, :due, :settled, :closed)"),
                        payment)
                .param("tenant", payment.tenant().value())
                .param("application", payment.application().value())
                .param("reference", payment.reference())
                .param("created", SqlTime.of(payment.dates().created()))
                .update();
    }

    void store(Payment payment) {
        written(
                        jdbc.sql("update enrolment.payments set state = :state, number = :number, class = :class,"
                                + " listed_fee = :listed, promotion = :promotion, promotion_zh = :promotionZh,"
                                + " promotion_en = :promotionEn, set_up_fee = :fee, tariff = :tariff,"
                                + " tariff_version = :version, term_months = :term, rent_months = :months,"
                                + " rent = :rent, received = :received, refunded = :refunded, asked_at = :asked,"
                                + " due_at = :due, settled_at = :settled, closed_at = :closed where id = :id"),
                        payment)
                .update();
    }

    private static JdbcClient.StatementSpec written(JdbcClient.StatementSpec statement, Payment payment) {
        var setUp = payment.quote().setUp();
        var rent = payment.quote().rent();
        var dates = payment.dates();
        return statement
                .param("id", payment.id().value())
                .param("state", payment.state().code())
                .param("number", setUp.number().digits())
                .param("class", setUp.sold().code())
                .param("listed", setUp.listed().microYuan())
                .param(
                        "promotion",
                        setUp.promotion().map(Quote.PromotionUsed::id).orElse(null))
                .param(
                        "promotionZh",
                        setUp.promotion().map(Quote.PromotionUsed::chinese).orElse(null))
                .param(
                        "promotionEn",
                        setUp.promotion().map(Quote.PromotionUsed::english).orElse(null))
                .param("fee", setUp.fee().microYuan())
                .param("tariff", rent.tariff())
                .param("version", rent.version())
                .param("term", rent.termMonths())
                .param("months", rent.months())
                .param("rent", rent.amount().microYuan())
                .param("received", payment.received().microYuan())
                .param("refunded", payment.refunded().microYuan())
                .param("asked", dates.asked().map(SqlTime::of).orElse(null))
                .param("due", dates.due().map(SqlTime::of).orElse(null))
                .param("settled", dates.settled().map(SqlTime::of).orElse(null))
                .param("closed", dates.closed().map(SqlTime::of).orElse(null));
    }

    private static Payment payment(ResultSet row, int index) throws SQLException {
        return new Payment(
                new PaymentId(row.getObject("id", UUID.class)),
                new TenantId(row.getObject("tenant", UUID.class)),
                new ApplicationId(row.getObject("application", UUID.class)),
                row.getString("reference"),
                new Quote(setUp(row), rent(row)),
                new Money(row.getLong("received")),
                new Money(row.getLong("refunded")),
                new Payment.Dates(
                        SqlTime.read(row, "created_at"),
                        SqlTime.readIfPresent(row, "asked_at"),
                        SqlTime.readIfPresent(row, "due_at"),
                        SqlTime.readIfPresent(row, "settled_at"),
                        SqlTime.readIfPresent(row, "closed_at")));
    }

    private static Quote.SetUp setUp(ResultSet row) throws SQLException {
        var chinese = row.getString("promotion_zh");
        var english = row.getString("promotion_en");
        return new Quote.SetUp(
                new HotlineNumber(row.getString("number")),
                NumberClass.of(row.getString("class")),
                new Money(row.getLong("listed_fee")),
                Optional.ofNullable(row.getObject("promotion", UUID.class))
                        .map(id -> new Quote.PromotionUsed(id, chinese, english)),
                new Money(row.getLong("set_up_fee")));
    }

    private static Quote.Rent rent(ResultSet row) throws SQLException {
        return new Quote.Rent(
                row.getString("tariff"),
                row.getInt("tariff_version"),
                row.getInt("term_months"),
                row.getInt("rent_months"),
                new Money(row.getLong("rent")));
    }

    /// The first thing first.
    List<PaymentEntry> entries(PaymentId payment) {
        return jdbc.sql(ENTRIES + " where payment = ? order by id")
                .param(payment.value())
                .query(PaymentRows::entry)
                .list();
    }

    Optional<PaymentEntry> withKey(PaymentId payment, PaymentEntry.Kind kind, String key) {
        return jdbc.sql(ENTRIES + " where payment = ? and kind = ? and idempotency_key = ?")
                .params(payment.value(), kind.code(), key)
                .query(PaymentRows::entry)
                .optional();
    }

    /// The payment that a movement was booked on, and how.
    Optional<BookedBefore> withBankReference(PaymentEntry.Kind kind, BankReference reference) {
        return jdbc.sql(ENTRIES.replace(" from", ", payment from") + " where kind = ? and bank_reference = ?")
                .params(kind.code(), reference.text())
                .query((row, index) ->
                        new BookedBefore(new PaymentId(row.getObject("payment", UUID.class)), entry(row, index)))
                .optional();
    }

    /// A movement that is known already.
    record BookedBefore(PaymentId payment, PaymentEntry entry) {}

    void add(Payment payment, PaymentEntry entry) {
        jdbc.sql("insert into enrolment.payment_entries (tenant, id, payment, kind, amount, bank_reference, booked_on,"
                        + " note, idempotency_key, by_principal, by_name, at) values (:tenant, :id, :payment, :kind,"
                        + " :amount, :bankReference, :on, :note, :key, :principal, :name, :at)")
                .param("tenant", payment.tenant().value())
                .param("id", entry.id())
                .param("payment", payment.id().value())
                .param("kind", entry.kind().code())
                .param("amount", entry.amount().microYuan())
                .param("bankReference", entry.bankReference().text())
                .param("on", entry.on())
                .param("note", entry.note())
                .param("key", entry.key().orElse(null))
                .param("principal", entry.by().principal())
                .param("name", entry.by().name())
                .param("at", SqlTime.of(entry.at()))
                .update();
    }

    private static PaymentEntry entry(ResultSet row, int index) throws SQLException {
        return new PaymentEntry(
                row.getObject("id", UUID.class),
                PaymentEntry.Kind.of(row.getString("kind")),
                new Money(row.getLong("amount")),
                new BankReference(row.getString("bank_reference")),
                row.getObject("booked_on", LocalDate.class),
                row.getString("note"),
                Optional.ofNullable(row.getString("idempotency_key")),
                new PaymentEntry.By(row.getObject("by_principal", UUID.class), row.getString("by_name")),
                SqlTime.read(row, "at"));
    }

    /// Of two who book the same movement at once, the second waits for the first.
    void oneAtATime(BankReference reference) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('enrolment.payments' || ?, 0))")
                .param(reference.text())
                .query((row, index) -> index)
                .single();
    }
}
