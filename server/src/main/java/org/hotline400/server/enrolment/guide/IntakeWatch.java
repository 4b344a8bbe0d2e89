package org.hotline400.server.enrolment.guide;

import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.enrolment.ApplicationFact;
import org.hotline400.server.enrolment.Applications;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Refuses an application that is handed in by a way it may not come: within the transaction that hands it in, so
/// that it stays as it was.
@Component
class IntakeWatch {
    /// Before anybody asks for its money.
    private static final int FIRST = -1_000;

    private final ChannelPolicy policy;
    private final Applications applications;

    IntakeWatch(ChannelPolicy policy, Applications applications) {
        this.policy = policy;
        this.applications = applications;
    }

    @EventListener
    @Order(FIRST)
    void on(ApplicationFact fact) {
        if (fact.event() == ApplicationEvent.SUBMIT) {
            applications
                    .find(fact.application(), ApplicationActor.platform("intake"))
                    .ifPresent(application ->
                            policy.mayTakeIn(application.intake(), fact.at()).require());
        }
    }
}
