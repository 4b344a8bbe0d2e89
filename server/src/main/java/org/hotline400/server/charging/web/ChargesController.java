package org.hotline400.server.charging.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.charging.LiveCharges;
import org.hotline400.server.charging.RatedCalls;
import org.hotline400.server.charging.RatedLeg;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.web.CsvLine;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What calls have cost and cost now.
@RestController
@RequestMapping("/api/v1/charges")
@Tag(name = "charges")
class ChargesController {
    private static final Scope READ = Scope.read("charges");
    private static final Problem NONE = Problem.notFound(
            "charging.none", "This call has come to nothing, or was not settled yet.", "该通话没有费用，或尚未结算。");
    private static final String CSV = "text/csv";
    private static final int ROWS = 100_000;
    private static final int ROWS_AT_ONCE = 1_000;

    private final RatedCalls rated;
    private final LiveCharges live;
    private final Transactions transactions;

    ChargesController(RatedCalls rated, LiveCharges live, Transactions transactions) {
        this.rated = rated;
        this.live = live;
        this.transactions = transactions;
    }

    @GetMapping("/standing")
    @Operation(
            summary =
                    "Shows the balance, what calls have reserved of it, the minutes that are left and the month's cost",
            description = "Calls that are going on are in it. The operator names the `tenant`.")
    StandingBody standing(Caller caller, @RequestParam(required = false) @Nullable String tenant) {
        caller.require(READ);
        var whose = ChargedTenant.of(caller, tenant);
        return StandingBody.of(caller.see(transactions, () -> live.of(whose)));
    }

    @GetMapping("/running")
    @Operation(summary = "Lists the charged calls that are going on on this node, with what they have cost so far")
    Page<StandingBody.Running> running(Caller caller, @RequestParam(required = false) @Nullable String tenant) {
        caller.require(READ);
        return new Page<>(live.running(ChargedTenant.of(caller, tenant)), Optional.empty())
                .map(StandingBody.Running::of);
    }

    @GetMapping("/calls/{id}")
    @Operation(
            summary = "Shows what a call came to, component by component",
            description = "404 for one that cost nothing, and for the moment between its end and its settlement.")
    Page<LegBody> call(Caller caller, @PathVariable UUID id) {
        caller.require(READ);
        var legs = caller.see(transactions, () -> rated.legs(List.of(new CallId(id))));
        if (legs.isEmpty()) {
            throw new ProblemException(NONE);
        }
        return new Page<>(legs, Optional.empty()).map(LegBody::of);
    }

    @GetMapping
    @Operation(
            summary = "Lists what a month's calls came to, component by component, the oldest call first",
            description = "`month` is such as 2026-11.")
    Page<LegBody> list(
            Caller caller,
            @RequestParam String month,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(READ);
        var whose = ChargedTenant.ifNamed(caller, tenant);
        var checks = new Checks();
        var asked = checks.read("month", "malformed", month, ChargesController::month);
        var after = checks.readIfPresent("cursor", "malformed", cursor, LegBody::position);
        PageLimit.read(checks, limit);
        checks.done();
        var legs = caller.see(transactions, () -> rated.list(whose, asked.get().atDay(1), after, limit + 1));
        return Page.of(legs, limit, LegBody::cursor).map(LegBody::of);
    }

    @GetMapping(path = "/export", produces = CSV)
    @Operation(summary = "The same as a CSV file, 100,000 lines at most")
    ResponseEntity<String> file(
            Caller caller, @RequestParam String month, @RequestParam(required = false) @Nullable String tenant) {
        caller.require(READ);
        var whose = ChargedTenant.ifNamed(caller, tenant);
        var checks = new Checks();
        var asked = checks.read("month", "malformed", month, ChargesController::month);
        checks.done();
        var text = new StringBuilder(LegBody.HEAD);
        var after = Optional.<RatedCalls.Position>empty();
        List<RatedLeg> legs;
        int rows = 0;
        do {
            var from = after;
            legs = caller.see(transactions, () -> rated.list(whose, asked.get().atDay(1), from, ROWS_AT_ONCE));
            legs.forEach(leg -> text.append(CsvLine.join(LegBody.of(leg).fields())));
            rows += legs.size();
            after = legs.isEmpty() ? after : Optional.of(LegBody.place(legs.getLast()));
        } while (legs.size() == ROWS_AT_ONCE && rows < ROWS);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header("Content-Disposition", "attachment; filename=\"charges-" + asked.get() + ".csv\"")
                .body(text.toString());
    }

    private static YearMonth month(String text) {
        try {
            return IsoText.month(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is a month such as 2026-11; was \"" + text + "\"", e);
        }
    }
}
