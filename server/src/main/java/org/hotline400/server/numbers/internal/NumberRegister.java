package org.hotline400.server.numbers.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.NumberChange;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberFact;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.NumberLifeCycle;
import org.hotline400.server.numbers.NumberStatus;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// Changes one number: locked, as it is now, changed, recorded, told. Every method runs in the caller's
/// transaction, which acts for the operator.
@Component
public class NumberRegister {
    private final NumberRows rows;
    private final ApplicationEventPublisher events;
    private final HotlineSettings.Numbers terms;
    private final Clock clock;

    public NumberRegister(NumberRows rows, ApplicationEventPublisher events, HotlineSettings settings, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.terms = settings.numbers();
        this.clock = clock;
    }

    /// A number as it is now, which nobody else changes until the transaction ends; made known when it is new.
    public NumberInService take(HotlineNumber number) {
        return lock(number).orElseGet(() -> {
            rows.makeKnown(number, now());
            return lock(number).orElseThrow();
        });
    }

    /// A number as it is now, which nobody else changes until the transaction ends.
    public Optional<NumberInService> lock(HotlineNumber number) {
        return rows.lock(number).map(this::settle);
    }

    /// Lets the time of a locked number's status run out, where it is up: whoever comes before the timer
    /// finds the number as it should be.
    public NumberInService settle(NumberInService locked) {
        if (!locked.isDue(clock.instant())) {
            return locked;
        }
        var actor = new Actor("platform", whyItEnds(locked.status()));
        return change(locked, NumberStep.of(NumberEvent.EXPIRE), actor).result().orElseThrow();
    }

    private static String whyItEnds(NumberStatus timed) {
        return switch (timed) {
            case HELD -> "the hold ran out";
            case RESERVED -> "the papers' deadline has passed";
            case REPLACED -> "callers were referred for the set time";
            case CANCELLED -> "the cancellation is final";
            case QUARANTINED -> "the number has rested for the set time";
            case AVAILABLE, ACTIVE, ARREARS_SUSPENDED, SUSPENDED, BARRED, FROZEN ->
                throw new IllegalStateException(timed.code() + " does not end by itself");
        };
    }

    /// Changes a locked number, unless the step is impossible in its status.
    public NumberChange change(NumberInService locked, NumberStep step, Actor actor) {
        return NumberLifeCycle.next(locked.status(), step.event())
                .<NumberChange>map(status -> new NumberChange.Done(enter(locked, status, step, actor)))
                .orElseGet(() -> new NumberChange.Impossible(locked, step.event()));
    }

    private NumberInService enter(NumberInService before, NumberStatus status, NumberStep step, Actor actor) {
        var since = now();
        var after = new NumberInService(
                before.number(),
                status.isNobodys() ? TenantId.OPERATOR : step.to().orElse(before.tenant()),
                status,
                since,
                length(status).map(usual -> since.plus(step.length().orElse(usual))),
                step.successor());
        rows.store(after);
        rows.record(before, step.event(), after, actor);
        events.publishEvent(NumberFact.of(before, step.event(), after));
        return after;
    }

    private Optional<Duration> length(NumberStatus status) {
        return switch (status) {
            case HELD -> Optional.of(terms.hold());
            case RESERVED -> Optional.of(terms.reservation());
            case REPLACED -> Optional.of(terms.referral());
            case CANCELLED -> Optional.of(terms.cancellation());
            case QUARANTINED -> Optional.of(terms.quarantine());
            case AVAILABLE, ACTIVE, ARREARS_SUSPENDED, SUSPENDED, BARRED, FROZEN -> Optional.empty();
        };
    }

    /// As the database keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
