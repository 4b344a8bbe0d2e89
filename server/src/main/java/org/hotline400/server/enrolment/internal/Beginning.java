package org.hotline400.server.enrolment.internal;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.kernel.Violation;
import org.springframework.stereotype.Component;

/// Begins applications. Runs in the caller's transaction, which acts for the operator.
@Component
public class Beginning {
    private final ApplicationRows rows;
    private final FormSeal seal;
    private final ApplicationRegister register;
    private final Submission submission;
    private final Tenants tenants;

    public Beginning(
            ApplicationRows rows, FormSeal seal, ApplicationRegister register, Submission submission, Tenants tenants) {
        this.rows = rows;
        this.seal = seal;
        this.register = register;
        this.submission = submission;
        this.tenants = tenants;
    }

    public ApplicationChange begin(TenantId tenant, Intake intake, Optional<String> request, ApplicationActor actor) {
        requireEnterprise(tenant);
        var application = new Application(
                ApplicationId.next(),
                tenant,
                1,
                ApplicationState.DRAFT,
                intake,
                submission.policy(),
                Form.EMPTY,
                List.of(),
                Optional.empty(),
                List.of(),
                register.now(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        var stored = new StoredApplication(
                application, Optional.empty(), Set.of(actor.principal()), Optional.empty(), Optional.empty());
        return rows.insert(stored, request)
                ? new ApplicationChange.Done(application)
                : rows.findByRequest(tenant, request.orElseThrow())
                        .filter(one -> actor.sees(one.application()))
                        .map(seal::open)
                        .<ApplicationChange>map(one -> new ApplicationChange.AsBefore(one.application()))
                        .orElseGet(() -> new ApplicationChange.Unknown(application.id()));
    }

    private void requireEnterprise(TenantId tenant) {
        if (tenant.equals(TenantId.OPERATOR)) {
            refuse("own", "is the operator: an application is an enterprise's", "运营商自身不能申请，请指定申请企业。");
        }
        if (tenants.find(tenant).isEmpty()) {
            refuse("unknown", "there is no such tenant", "没有这个企业。");
        }
    }

    private static void refuse(String code, String english, String chinese) {
        throw new InvalidInputException(List.of(new Violation("tenant", code, english, Optional.of(chinese))));
    }
}
