package org.hotline400.server.enrolment.register;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.form.FormMask;
import org.hotline400.server.enrolment.register.RegisterEntry.Holder;
import org.hotline400.server.enrolment.register.RegisterEntry.Use;
import org.hotline400.server.enrolment.register.internal.RegisterRows;
import org.hotline400.server.enrolment.rules.IntakeWay;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Ids;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Service;

/// The register: entries are made when a number comes to a holder, and ended when it leaves him. Its changes join the
/// transaction of what they follow.
@Service
public class Register {
    static final String CANCELLED = "cancelled";
    static final String TRANSFERRED = "transferred";
    static final String QUARANTINED = "quarantined";

    private final RegisterRows rows;
    private final Reverifications reverifications;
    private final Transactions transactions;

    public Register(RegisterRows rows, Reverifications reverifications, Transactions transactions) {
        this.rows = rows;
        this.reverifications = reverifications;
        this.transactions = transactions;
    }

    /// Enters the holder of a number that an application has put into service; once.
    void enter(Application application, Instant at) {
        application.form().choice().number().map(HotlineNumber::parse).ifPresent(number -> {
            var entry = new RegisterEntry(
                    Ids.next(),
                    application.tenant(),
                    number,
                    Optional.of(application.id()),
                    holder(application.form()),
                    use(application),
                    at,
                    Optional.empty());
            if (rows.insert(entry)) {
                reverifications.planYearly(entry, at);
            }
        });
    }

    private static Holder holder(Form form) {
        return new Holder(
                form.company().name().orElse(""),
                form.company().creditCode().orElse(""),
                form.entity().orElse(""),
                form.trade().orElse(""),
                masked(form.legalRepresentative()),
                masked(form.handler()));
    }

    private static String masked(Form.Person person) {
        return person.name().filter(name -> !name.isBlank()).map(FormMask::name).orElse("");
    }

    private static Use use(Application application) {
        var choice = application.form().choice();
        return new Use(
                choice.purpose().orElse(""),
                choice.tariff().orElse(""),
                choice.termMonths(),
                IntakeWay.of(application.intake()).code(),
                application.intake().reseller());
    }

    /// The number has another holder: of him only the name is known, so that he is asked at once.
    void transfer(HotlineNumber number, TenantId to, String company, Instant at) {
        end(number, at, TRANSFERRED);
        var entry = new RegisterEntry(
                Ids.next(), to, number, Optional.empty(), Holder.named(company), Use.TRANSFERRED, at, Optional.empty());
        rows.insert(entry);
        reverifications.planAtOnce(entry, at);
    }

    /// The number leaves its holder, if it is in the register at all.
    void end(HotlineNumber number, Instant at, String reason) {
        rows.inService(number).ifPresent(entry -> {
            rows.end(entry, at, reason);
            reverifications.end(entry);
        });
    }

    /// A cancellation was taken back.
    void resume(HotlineNumber number, TenantId tenant, Instant at) {
        rows.reopen(number, tenant, CANCELLED).ifPresent(entry -> reverifications.planYearly(entry, at));
    }

    /// For the operator; in the order of their ids.
    ///
    /// @param after start behind this one
    public Page<RegisterEntry> list(RegisterFilter filter, Optional<UUID> after, int limit) {
        return Page.of(
                transactions.asOperator(() -> rows.list(filter, after, limit + 1)),
                limit,
                entry -> entry.id().toString());
    }

    /// For the operator.
    public Optional<RegisterEntry> find(UUID id) {
        return transactions.asOperator(() -> rows.find(id));
    }

    /// Leaves nothing of persons in what an application has entered. Runs in the caller's transaction.
    public void forgetPersons(ApplicationId application) {
        rows.forgetPersons(application);
    }
}
