package org.hotline400.server.numbers;

import java.util.Arrays;
import java.util.Optional;

/// The life of a 400 number as one function.
public final class NumberLifeCycle {
    private NumberLifeCycle() {}

    /// Where the event leads from here; empty when it cannot happen here.
    public static Optional<NumberStatus> next(NumberStatus status, NumberEvent event) {
        return isPossible(status, event) ? Optional.of(target(event)) : Optional.empty();
    }

    /// The event that leads from one status straight to another; empty when none does.
    public static Optional<NumberEvent> between(NumberStatus from, NumberStatus to) {
        return Arrays.stream(NumberEvent.values())
                .filter(event -> next(from, event).filter(to::equals).isPresent())
                .findFirst();
    }

    static NumberStatus target(NumberEvent event) {
        return switch (event) {
            case HOLD -> NumberStatus.HELD;
            case RESERVE -> NumberStatus.RESERVED;
            case RELEASE, FREE -> NumberStatus.AVAILABLE;
            case ASSIGN, RESUME -> NumberStatus.ACTIVE;
            case SUSPEND -> NumberStatus.SUSPENDED;
            case SUSPEND_FOR_ARREARS -> NumberStatus.ARREARS_SUSPENDED;
            case BAR -> NumberStatus.BARRED;
            case FREEZE -> NumberStatus.FROZEN;
            case CANCEL -> NumberStatus.CANCELLED;
            case QUARANTINE -> NumberStatus.QUARANTINED;
        };
    }

    private static boolean isPossible(NumberStatus status, NumberEvent event) {
        return switch (status) {
            case AVAILABLE -> event == NumberEvent.HOLD || event == NumberEvent.RESERVE || event == NumberEvent.ASSIGN;
            case HELD -> event == NumberEvent.RESERVE || event == NumberEvent.RELEASE || event == NumberEvent.ASSIGN;
            case RESERVED -> event == NumberEvent.RELEASE || event == NumberEvent.ASSIGN;
            case ACTIVE ->
                event == NumberEvent.SUSPEND
                        || event == NumberEvent.SUSPEND_FOR_ARREARS
                        || event == NumberEvent.BAR
                        || event == NumberEvent.CANCEL;
            case SUSPENDED, ARREARS_SUSPENDED -> event == NumberEvent.BAR || isWayOut(event);
            case BARRED -> isWayOut(event);
            case FROZEN -> event == NumberEvent.RESUME || event == NumberEvent.CANCEL;
            case CANCELLED -> event == NumberEvent.QUARANTINE;
            case QUARANTINED -> event == NumberEvent.FREE;
        };
    }

    private static boolean isWayOut(NumberEvent event) {
        return event == NumberEvent.RESUME || event == NumberEvent.FREEZE || event == NumberEvent.CANCEL;
    }
}
