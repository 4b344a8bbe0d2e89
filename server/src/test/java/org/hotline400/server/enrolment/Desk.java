package org.hotline400.server.enrolment;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.hotline400.server.database.SqlTime;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Puts applications into any state, for tests of what follows an application; with a clock that is moved.
public final class Desk {
    public static final ApplicationActor SOMEBODY = ApplicationActor.platform("in a test");

    private static final AtomicInteger SUFFIX = new AtomicInteger(6_720_000);

    private final Applications applications;
    private final Tenants tenants;
    private final Transactions transactions;
    private final JdbcClient jdbc;
    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2046-12-01T02:00:00Z"));

    public Desk(Applications applications, Tenants tenants, Transactions transactions, JdbcClient jdbc) {
        this.applications = applications;
        this.tenants = tenants;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    public Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    public void at(Instant time) {
        now.set(time);
    }

    /// One that nobody else has.
    public static HotlineNumber someNumber() {
        return HotlineNumber.ofSuffix(SUFFIX.getAndIncrement());
    }

    /// A draft, filled in.
    public Application filledIn(HotlineNumber number) {
        var tenant = tenants.create("An applicant").id();
        return filledIn(tenant, number);
    }

    public Application filledIn(TenantId tenant, HotlineNumber number) {
        var begun = done(applications.begin(tenant, Intake.OWN, SOMEBODY));
        return done(applications.edit(begun.id(), begun.version(), Applicant.form(number.digits()), SOMEBODY));
    }

    private static Application done(ApplicationChange change) {
        if (change instanceof ApplicationChange.Done(var application)) {
            return application;
        }
        throw new AssertionError("it was not done: " + change);
    }

    /// As if it had come there by itself.
    public Application in(ApplicationState state, Application application) {
        return in(state, application, now.get());
    }

    /// @param lapses its deadline
    public Application in(ApplicationState state, Application application, Instant lapses) {
        transactions.asOperator(() -> {
            jdbc.sql("update enrolment.applications set state = ?, lapses_at = ? where id = ?")
                    .params(state.code(), SqlTime.of(lapses), application.id().value())
                    .update();
        });
        return applications.find(application.id(), SOMEBODY).orElseThrow();
    }

    public ApplicationFact fact(Application application, ApplicationEvent event, ApplicationState to) {
        return new ApplicationFact(
                application.id(), application.tenant(), ApplicationState.IN_REVIEW, event, to, now.get());
    }
}
