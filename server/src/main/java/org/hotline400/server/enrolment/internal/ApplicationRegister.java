package org.hotline400.server.enrolment.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Consumer;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.enrolment.ApplicationFact;
import org.hotline400.server.enrolment.ApplicationLifeCycle;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.ApplicationTransition;
import org.hotline400.server.kernel.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Changes one application: locked, altered, recorded, told. Every method runs in the caller's transaction,
/// which acts for the operator.
@Component
public class ApplicationRegister {
    private final ApplicationRows rows;
    private final TransitionRows transitions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    public ApplicationRegister(
            ApplicationRows rows, TransitionRows transitions, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.transitions = transitions;
        this.events = events;
        this.clock = clock;
    }

    /// Where the event leads an application; empty when it cannot happen to it.
    Optional<ApplicationState> next(Application one, ApplicationEvent event) {
        return ApplicationLifeCycle.next(one.state(), event, one.policy(), one.isPaid());
    }

    /// Lets an event happen to a locked application, unless it cannot happen in its state.
    ///
    /// @param alter what changes with it, beside the state
    ApplicationChange change(
            StoredApplication locked, ApplicationEvent event, Consumer<Altered> alter, ApplicationActor actor) {
        return next(locked.application(), event)
                .<ApplicationChange>map(state -> enter(locked, event, state, alter, actor))
                .orElseGet(() -> new ApplicationChange.Impossible(locked.application(), event));
    }

    private ApplicationChange enter(
            StoredApplication before,
            ApplicationEvent event,
            ApplicationState state,
            Consumer<Altered> alter,
            ApplicationActor actor) {
        var altered = new Altered(before.application()).state(state);
        alter.accept(altered);
        var after = altered.done();
        keep(before, before.with(after), event, actor);
        events.publishEvent(new ApplicationFact(
                after.id(), after.tenant(), before.application().state(), event, state, now()));
        return new ApplicationChange.Done(after);
    }

    /// Keeps what has happened without telling anybody: for what leaves the state as it was.
    void keep(StoredApplication before, StoredApplication after, ApplicationEvent event, ApplicationActor actor) {
        rows.store(after);
        var one = after.application();
        transitions.add(new ApplicationTransition(
                Ids.next(),
                one.id(),
                one.tenant(),
                before.application().state(),
                event,
                one.state(),
                now(),
                actor.principal(),
                actor.name(),
                actor.reason(),
                one.findings()));
    }

    /// As the database keeps it.
    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
