package org.hotline400.server.enrolment.internal;

import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.numbers.NumberReleased;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/// Lets an application lapse whose number is gone: the deadline for papers has passed, or its tenant gave it
/// up.
///
/// After the number's own change and not within it: an application is locked before its number, always.
@Component
public class NumberWatch {
    private final Applications applications;

    public NumberWatch(Applications applications) {
        this.applications = applications;
    }

    @ApplicationModuleListener
    public void on(NumberReleased released) {
        var reason = released.expired()
                ? "the deadline for papers has passed, and number " + released.number() + " is free again"
                : "number " + released.number() + " was given up";
        applications.lapseWithout(released.number(), ApplicationActor.platform(reason));
    }
}
