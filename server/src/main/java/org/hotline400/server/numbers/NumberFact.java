package org.hotline400.server.numbers;

import org.hotline400.server.kernel.HotlineNumber;

/// What has happened to a number, for the modules above: published in the transaction that changes the number.
public sealed interface NumberFact
        permits NumberHeld,
                NumberReserved,
                NumberReleased,
                NumberActivated,
                NumberSuspended,
                NumberResumed,
                NumberTransferred,
                NumberReplaced,
                NumberCancelled,
                NumberQuarantined,
                NumberFreed {

    HotlineNumber number();

    /// The fact that a change makes.
    static NumberFact of(NumberInService before, NumberEvent event, NumberInService after) {
        var number = after.number();
        return switch (event) {
            case HOLD -> new NumberHeld(number, after.tenant(), after.until().orElseThrow());
            case RESERVE ->
                new NumberReserved(number, after.tenant(), after.until().orElseThrow());
            case RELEASE -> new NumberReleased(number, before.tenant(), false);
            case ASSIGN -> new NumberActivated(number, after.tenant());
            case SUSPEND, SUSPEND_FOR_ARREARS, BAR, FREEZE ->
                new NumberSuspended(number, after.tenant(), after.status());
            case RESUME -> new NumberResumed(number, after.tenant(), before.status());
            case TRANSFER -> new NumberTransferred(number, before.tenant(), after.tenant());
            case REPLACE ->
                new NumberReplaced(
                        number,
                        after.tenant(),
                        after.successor().orElseThrow(),
                        after.until().orElseThrow());
            case CANCEL ->
                new NumberCancelled(number, after.tenant(), after.until().orElseThrow());
            case QUARANTINE -> quarantined(before, after);
            case EXPIRE -> expired(before, after);
        };
    }

    private static NumberFact expired(NumberInService before, NumberInService after) {
        if (after.status() == NumberStatus.QUARANTINED) {
            return quarantined(before, after);
        }
        return before.status() == NumberStatus.QUARANTINED
                ? new NumberFreed(after.number())
                : new NumberReleased(after.number(), before.tenant(), true);
    }

    private static NumberFact quarantined(NumberInService before, NumberInService after) {
        return new NumberQuarantined(
                after.number(), before.tenant(), after.until().orElseThrow());
    }
}
