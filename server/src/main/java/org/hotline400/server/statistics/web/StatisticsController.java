package org.hotline400.server.statistics.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.statistics.CallStatistics;
import org.hotline400.server.statistics.CallerStatistics;
import org.hotline400.server.web.PageLimit;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Figures of calls.
@RestController
@RequestMapping("/api/v1/statistics")
@Tag(name = "statistics")
class StatisticsController {
    static final Scope CLEAR = Scope.read(Reveals.CLEAR_NUMBERS);
    private static final String USUAL = "" + PageLimit.USUAL;

    private final Asking asking;
    private final CallStatistics calls;
    private final CallerStatistics callers;

    StatisticsController(Asking asking, CallStatistics calls, CallerStatistics callers) {
        this.asking = asking;
        this.calls = calls;
        this.callers = callers;
    }

    @Operation(
            summary = "A period's calls by hour of the week, day, length, reason and region, beside the period before",
            description = "`from` and `to` are days of China, `to` the one after the last; 400 days at most. The period"
                    + " before is as long and ends where this one begins. Calls are counted within about a second of"
                    + " their end. `answerRate` is of those that were answered or missed.")
    @GetMapping("/calls")
    FiguresBody figures(
            Caller caller, @RequestParam String from, @RequestParam String to, @RequestParam Optional<String> number) {
        var question = asking.question(caller, from, to, number, new Checks());
        return asking.answer(caller, () -> FiguresBody.of(question.period(), calls.figures(question)));
    }

    @Operation(
            summary = "What callers did in menus: which keys they pressed, where they left",
            description = "The most frequented step first. A step that nobody left and that asks nothing is not there.")
    @GetMapping("/menus")
    Page<MenuBody> menus(
            Caller caller, @RequestParam String from, @RequestParam String to, @RequestParam Optional<String> number) {
        var question = asking.question(caller, from, to, number, new Checks());
        return new Page<>(asking.answer(caller, () -> calls.menus(question)), Optional.empty()).map(MenuBody::of);
    }

    @Operation(summary = "Those who called most in a period", description = "Withheld numbers are not among them.")
    @GetMapping("/callers")
    @Reveals(Reveals.CLEAR_NUMBERS)
    Page<CallerBody> callers(
            Caller caller,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam Optional<String> number,
            @RequestParam(defaultValue = USUAL) int limit) {
        var checks = new Checks();
        PageLimit.read(checks, limit);
        var question = asking.question(caller, from, to, number, checks);
        return new Page<>(asking.answer(caller, () -> callers.top(question, limit)), Optional.empty())
                .map(one -> CallerBody.of(one, caller.may(CLEAR)));
    }

    @Operation(
            summary = "Callers who were missed in a period and whom nobody has talked with since",
            description = "Each with the last call, the newest first; once for each number called. Withheld numbers are"
                    + " not among them.")
    @GetMapping("/missed")
    @Reveals(Reveals.CLEAR_NUMBERS)
    Page<MissedBody> missed(
            Caller caller,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam Optional<String> number,
            @RequestParam(defaultValue = USUAL) int limit) {
        var checks = new Checks();
        PageLimit.read(checks, limit);
        var question = asking.question(caller, from, to, number, checks);
        return new Page<>(asking.answer(caller, () -> callers.toReturn(question, limit)), Optional.empty())
                .map(one -> MissedBody.of(one, caller.may(CLEAR)));
    }
}
