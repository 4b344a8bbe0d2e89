package org.hotline400.server.enrolment;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.form.Samples;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.grading.Grading;
import org.hotline400.server.numbers.grading.NumberClass;
import org.springframework.boot.test.context.TestComponent;

/// Enterprises that apply, as far as a test wants it.
@TestComponent
public final class Applicants {
    /// Of 4001, in the middle of what nobody else uses in tests.
    private static final AtomicInteger NEXT = new AtomicInteger(1_640_000);

    private final Applications applications;
    private final FakePapers papers;
    private final Tenants tenants;

    Applicants(Applications applications, FakePapers papers, Tenants tenants) {
        this.applications = applications;
        this.papers = papers;
        this.tenants = tenants;
    }

    /// A number of this class that nobody has.
    public static HotlineNumber number(NumberClass wanted) {
        HotlineNumber number;
        do {
            number = HotlineNumber.ofSuffix(NEXT.incrementAndGet());
        } while (Grading.of(number).numberClass() != wanted);
        return number;
    }

    public static HotlineNumber ordinary() {
        return number(NumberClass.ORDINARY);
    }

    public TenantId tenant() {
        return tenants.create("An applicant").id();
    }

    public static ApplicationActor owner(TenantId tenant) {
        return new ApplicationActor(Optional.of(tenant), UUID.randomUUID(), "Owner", "");
    }

    /// Somebody of the operator's house; another one each time.
    public static ApplicationActor reviewer() {
        return new ApplicationActor(Optional.empty(), UUID.randomUUID(), "Reviewer", "");
    }

    public Application begin(TenantId tenant) {
        return done(applications.begin(tenant, Intake.OWN, owner(tenant)));
    }

    public Application write(Application before, Form form) {
        return done(applications.edit(before.id(), before.version(), form, owner(before.tenant())));
    }

    /// A draft with nothing missing and nothing wrong.
    public Application ready(TenantId tenant, Form form) {
        var draft = write(begin(tenant), form);
        papers.putUsual(draft.id());
        return draft;
    }

    public Application ready(HotlineNumber number) {
        return ready(tenant(), Samples.shop(number.digits()));
    }

    public ApplicationChange submit(Application draft) {
        return applications.submit(draft.id(), draft.version(), owner(draft.tenant()));
    }

    public Application submitted(HotlineNumber number) {
        return done(submit(ready(number)));
    }

    /// Paid, and with this reviewer.
    public Application inReview(HotlineNumber number, ApplicationActor reviewer) {
        var application = submitted(number);
        done(applications.paid(application.id(), ApplicationActor.platform("the money is here")));
        return done(applications.take(application.id(), reviewer));
    }

    public static Application done(ApplicationChange change) {
        if (change instanceof ApplicationChange.Done(var application)) {
            return application;
        }
        throw new AssertionError(change.toString());
    }

    /// The fields and papers that keep it from being handed in.
    public static List<String> refused(ApplicationChange change) {
        if (change instanceof ApplicationChange.Incomplete(var _, var violations)) {
            return violations.stream()
                    .map(one -> one.field() + " " + one.code())
                    .sorted()
                    .toList();
        }
        throw new AssertionError(change.toString());
    }

    public static List<Finding> findings(String... subjects) {
        return Arrays.stream(subjects)
                .map(subject -> new Finding(subject, "other", "is not good", "不合格"))
                .toList();
    }
}
