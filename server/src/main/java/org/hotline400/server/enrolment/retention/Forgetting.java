package org.hotline400.server.enrolment.retention;

import java.util.Set;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.enrolment.papers.Papers;
import org.hotline400.server.enrolment.register.Register;
import org.hotline400.server.enrolment.retention.internal.RetentionRows.Expired;
import org.springframework.stereotype.Component;

/// What the other parts of enrolment let go of when an application is forgotten. Runs in the caller's transaction.
@Component
public class Forgetting {
    private final Applications applications;
    private final Register register;
    private final Papers papers;

    public Forgetting(Applications applications, Register register, Papers papers) {
        this.applications = applications;
        this.register = register;
        this.papers = papers;
    }

    /// A draft that nobody touches any more lapses, so that nobody goes on with what is gone.
    void close(Expired expired) {
        if (expired.state() == ApplicationState.DRAFT) {
            var _ = applications.lapse(
                    expired.application(), ApplicationActor.platform("nobody has touched this draft for long"));
        }
    }

    Set<PaperKind> papers(ApplicationId application) {
        return papers.present(application);
    }

    void forget(ApplicationId application) {
        var _ = applications.forgetPersons(application);
        register.forgetPersons(application);
        papers.shredAll(application);
    }
}
