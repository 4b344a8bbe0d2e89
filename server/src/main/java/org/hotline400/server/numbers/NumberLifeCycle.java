package org.hotline400.server.numbers;

import static org.hotline400.server.numbers.NumberEvent.ASSIGN;
import static org.hotline400.server.numbers.NumberEvent.BAR;
import static org.hotline400.server.numbers.NumberEvent.CANCEL;
import static org.hotline400.server.numbers.NumberEvent.EXPIRE;
import static org.hotline400.server.numbers.NumberEvent.FREEZE;
import static org.hotline400.server.numbers.NumberEvent.HOLD;
import static org.hotline400.server.numbers.NumberEvent.QUARANTINE;
import static org.hotline400.server.numbers.NumberEvent.RELEASE;
import static org.hotline400.server.numbers.NumberEvent.REPLACE;
import static org.hotline400.server.numbers.NumberEvent.RESERVE;
import static org.hotline400.server.numbers.NumberEvent.RESUME;
import static org.hotline400.server.numbers.NumberEvent.SUSPEND;
import static org.hotline400.server.numbers.NumberEvent.SUSPEND_FOR_ARREARS;
import static org.hotline400.server.numbers.NumberEvent.TRANSFER;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/// The life of a 400 number as one function.
public final class NumberLifeCycle {
    private NumberLifeCycle() {}

    /// Where the event leads from here; empty when it cannot happen here.
    public static Optional<NumberStatus> next(NumberStatus status, NumberEvent event) {
        return events(status).contains(event) ? Optional.of(target(status, event)) : Optional.empty();
    }

    /// The event by which somebody brings a number from one status straight to another; empty when there is
    /// none.
    public static Optional<NumberEvent> between(NumberStatus from, NumberStatus to) {
        return Arrays.stream(NumberEvent.values())
                .filter(event -> event != EXPIRE)
                .filter(event -> next(from, event).filter(to::equals).isPresent())
                .findFirst();
    }

    private static Set<NumberEvent> events(NumberStatus status) {
        return switch (status) {
            case AVAILABLE -> Set.of(HOLD, RESERVE, ASSIGN);
            case HELD -> Set.of(RESERVE, ASSIGN, RELEASE, EXPIRE);
            case RESERVED -> Set.of(ASSIGN, RELEASE, EXPIRE);
            case ACTIVE -> Set.of(SUSPEND, SUSPEND_FOR_ARREARS, BAR, TRANSFER, REPLACE, CANCEL);
            case ARREARS_SUSPENDED, SUSPENDED -> Set.of(RESUME, BAR, FREEZE, CANCEL);
            case BARRED -> Set.of(RESUME, FREEZE, CANCEL);
            case FROZEN -> Set.of(RESUME, CANCEL);
            case REPLACED, CANCELLED -> Set.of(RESUME, QUARANTINE, EXPIRE);
            case QUARANTINED -> Set.of(EXPIRE);
        };
    }

    private static NumberStatus target(NumberStatus from, NumberEvent event) {
        return switch (event) {
            case HOLD -> NumberStatus.HELD;
            case RESERVE -> NumberStatus.RESERVED;
            case RELEASE -> NumberStatus.AVAILABLE;
            case ASSIGN, RESUME, TRANSFER -> NumberStatus.ACTIVE;
            case SUSPEND -> NumberStatus.SUSPENDED;
            case SUSPEND_FOR_ARREARS -> NumberStatus.ARREARS_SUSPENDED;
            case BAR -> NumberStatus.BARRED;
            case FREEZE -> NumberStatus.FROZEN;
            case REPLACE -> NumberStatus.REPLACED;
            case CANCEL -> NumberStatus.CANCELLED;
            case QUARANTINE -> NumberStatus.QUARANTINED;
            case EXPIRE -> afterwards(from);
        };
    }

    private static NumberStatus afterwards(NumberStatus timed) {
        return switch (timed) {
            case HELD, RESERVED, QUARANTINED -> NumberStatus.AVAILABLE;
            case REPLACED, CANCELLED -> NumberStatus.QUARANTINED;
            case AVAILABLE, ACTIVE, ARREARS_SUSPENDED, SUSPENDED, BARRED, FROZEN ->
                throw new IllegalStateException(timed.code() + " does not end by itself");
        };
    }
}
