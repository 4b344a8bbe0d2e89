package org.hotline400.server.callplans.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.callplans.Closure;
import org.hotline400.server.callplans.Closures;
import org.hotline400.server.callplans.SituationReader;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.numbers.HotlineNumbers;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The "closed today" switch of a number.
@RestController
@RequestMapping("/api/v1/numbers/{number}/closed-today")
@Tag(name = "call plans")
class ClosedTodayController {
    private final Closures closures;
    private final HotlineNumbers numbers;
    private final Clock clock;

    ClosedTodayController(Closures closures, HotlineNumbers numbers, Clock clock) {
        this.closures = closures;
        this.numbers = numbers;
        this.clock = clock;
    }

    /// @param closed now
    /// @param until when it opens by itself; absent: not before it is switched off, or it is open
    /// @param author who turned the switch last; absent: nobody ever did
    /// @param at when
    record SwitchBody(
            String number,
            boolean closed,
            @Nullable Instant until,
            @Nullable String author,
            @Nullable String note,
            @Nullable Instant at) {}

    /// @param until a time in China or an instant; the end of today by default
    /// @param untilSwitchedOff true: for as long as nobody opens it again
    /// @param note why
    record CloseBody(
            @Nullable String until,
            @Nullable Boolean untilSwitchedOff,
            @Nullable String note) {}

    @Operation(summary = "Whether the number is closed out of turn, since when, by whom")
    @GetMapping
    SwitchBody show(Caller caller, @PathVariable String number) {
        caller.require(Scope.read("plans"));
        return body(HeldNumber.of(caller, numbers, number));
    }

    private SwitchBody body(HeldNumber held) {
        var last = closures.last(held.holder(), held.number());
        var closed = last.map(one -> one.closes(clock.instant())).orElse(false);
        return new SwitchBody(
                held.number().digits(),
                closed,
                last.flatMap(Closure::until).filter(_ -> closed).orElse(null),
                last.map(Closure::author).orElse(null),
                last.map(Closure::note).orElse(null),
                last.map(Closure::at).orElse(null));
    }

    @Operation(
            summary = "Close the number now",
            description = "Until the end of today in China, until a moment, or until it is opened again. Live within a"
                    + " second on every node. What callers then hear is what the plan's schedule says for closed.")
    @PutMapping
    SwitchBody close(
            Caller caller, @PathVariable String number, @RequestBody(required = false) @Nullable CloseBody body) {
        caller.require(Scope.write("plans"));
        var wish = body == null ? new CloseBody(null, null, null) : body;
        var now = clock.instant();
        var checks = new Checks();
        var until = checks.readIfPresent("until", "malformed", wish.until(), SituationReader::instant);
        var forGood = Boolean.TRUE.equals(wish.untilSwitchedOff());
        if (until.isPresent() && (forGood || !until.get().isAfter(now))) {
            checks.add("until", "out-of-range", "is in the future, and not named together with untilSwitchedOff");
        }
        var note = Optional.ofNullable(wish.note()).orElse("");
        HeldNumber.checkNote(checks, note);
        checks.done();
        var held = HeldNumber.of(caller, numbers, number);
        var ends = forGood ? null : until.orElse(endOfToday(now));
        closures.turn(new Closure(held.holder(), held.number(), true, ends, caller.name(), note, now));
        return body(held);
    }

    private static Instant endOfToday(Instant now) {
        return now.atZone(BusinessTime.ZONE)
                .toLocalDate()
                .plusDays(1)
                .atStartOfDay(BusinessTime.ZONE)
                .toInstant();
    }

    @Operation(summary = "Open the number again; its hours count as ever")
    @DeleteMapping
    SwitchBody open(Caller caller, @PathVariable String number) {
        caller.require(Scope.write("plans"));
        var held = HeldNumber.of(caller, numbers, number);
        if (closures.last(held.holder(), held.number()).map(Closure::closed).orElse(false)) {
            closures.turn(new Closure(held.holder(), held.number(), false, null, caller.name(), "", clock.instant()));
        }
        return body(held);
    }
}
