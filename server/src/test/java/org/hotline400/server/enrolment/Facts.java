package org.hotline400.server.enrolment;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.event.EventListener;

/// Reads what is told of applications.
@TestComponent
public final class Facts {
    private final List<ApplicationFact> all = new CopyOnWriteArrayList<>();

    @EventListener
    void on(ApplicationFact fact) {
        all.add(fact);
    }

    /// `submit draft → submitted`, the first thing first.
    public List<String> of(ApplicationId application) {
        return all.stream()
                .filter(fact -> fact.application().equals(application))
                .map(fact -> fact.event().code() + " " + fact.from().code() + " → "
                        + fact.to().code())
                .toList();
    }
}
