package org.hotline400.server.enrolment.register;

import java.time.Clock;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationFact;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.identity.Tenant;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.numbers.NumberCancelled;
import org.hotline400.server.numbers.NumberQuarantined;
import org.hotline400.server.numbers.NumberResumed;
import org.hotline400.server.numbers.NumberTransferred;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps the register true, in the transaction of what happens to an application or a number.
@Component
public class RegisterWatch {
    private static final ApplicationActor PLATFORM = ApplicationActor.platform("the register");

    private final Register register;
    private final Applications applications;
    private final Tenants tenants;
    private final Clock clock;

    public RegisterWatch(Register register, Applications applications, Tenants tenants, Clock clock) {
        this.register = register;
        this.applications = applications;
        this.tenants = tenants;
        this.clock = clock;
    }

    @EventListener
    void on(ApplicationFact fact) {
        if (fact.to() == ApplicationState.PROVISIONED && fact.from() != ApplicationState.PROVISIONED) {
            applications
                    .find(fact.application(), PLATFORM)
                    .ifPresent(application -> register.enter(application, fact.at()));
        }
    }

    @EventListener
    void on(NumberTransferred fact) {
        var name = tenants.find(fact.to()).map(Tenant::name).orElse("");
        register.transfer(fact.number(), fact.to(), name, clock.instant());
    }

    @EventListener
    void on(NumberCancelled fact) {
        register.end(fact.number(), clock.instant(), Register.CANCELLED);
    }

    @EventListener
    void on(NumberResumed fact) {
        register.resume(fact.number(), fact.tenant(), clock.instant());
    }

    @EventListener
    void on(NumberQuarantined fact) {
        register.end(fact.number(), clock.instant(), Register.QUARANTINED);
    }
}
