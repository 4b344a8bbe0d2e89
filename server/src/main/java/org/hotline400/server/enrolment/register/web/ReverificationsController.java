package org.hotline400.server.enrolment.register.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.enrolment.register.ReverificationChange;
import org.hotline400.server.enrolment.register.ReverificationState;
import org.hotline400.server.enrolment.register.Reverifications;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The yearly checks of holders and purposes: the holder confirms his own, the operator's people check all.
@RestController
@RequestMapping("/api/v1/re-verifications")
@Tag(name = "register")
class ReverificationsController {
    private static final Scope OWN = Scope.read("applications");
    private static final Scope CONFIRM = Scope.write("applications");
    private static final Scope CHECK = Scope.write("register");
    private static final int MOST = 500;
    private static final Problem UNKNOWN =
            Problem.notFound("register.unknown-re-verification", "There is no such re-verification.", "没有这项年度复核。");
    private static final Problem IMPOSSIBLE = Problem.conflict(
            "register.not-now",
            "This cannot happen in the state of the re-verification; read it again.",
            "年度复核的当前状态不允许此操作，请刷新后查看。");

    private final Reverifications reverifications;

    ReverificationsController(Reverifications reverifications) {
        this.reverifications = reverifications;
    }

    /// @param accurate whether holder and purpose are still as declared
    /// @param statement what has changed, 1 to 500 characters; only when something has
    record ConfirmationOrder(
            @Nullable Boolean accurate, @Nullable String statement) {}

    /// @param passed whether all is well
    /// @param note why, 1 to 500 characters; needed when it is not
    /// @param purpose as it is now; left out: as it was
    record CheckOrder(
            @Nullable Boolean passed,
            @Nullable String note,
            @Nullable String purpose) {}

    @GetMapping
    @Operation(
            summary = "Lists the caller's yearly checks; for the operator, all: his list of tasks",
            description = "`state` narrows it, several by commas: `overdue,failed` are those for which a suspension is"
                    + " proposed, `confirmed` those that wait for a check.")
    Page<ReverificationBody> list(
            Caller caller,
            @RequestParam(defaultValue = "") List<String> state,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(caller.isOperator() ? Scope.read("register") : OWN);
        var checks = new Checks();
        PageLimit.read(checks, limit);
        Set<ReverificationState> states = state.stream()
                .flatMap(code -> checks.read("state", "malformed", code, ReverificationState::of).value().stream())
                .collect(Collectors.toSet());
        checks.done();
        return reverifications.list(caller, states, cursor, limit).map(ReverificationBody::of);
    }

    @PostMapping("/{id}/confirmations")
    @Operation(
            summary = "Confirms that holder and purpose of a number are still as declared, or says what has changed",
            description = "By the holder, once he was asked. The same a second time is answered like the first.")
    ReverificationBody confirm(Caller caller, @PathVariable UUID id, @RequestBody ConfirmationOrder order) {
        caller.require(CONFIRM);
        var checks = new Checks();
        var accurate = checks.read("accurate", "malformed", order.accurate(), value -> value);
        var statement =
                checks.readIfPresent("statement", "malformed", order.statement(), ReverificationsController::text);
        if (Boolean.FALSE.equals(order.accurate()) && order.statement() == null) {
            checks.add("statement", "missing", "says what has changed", "请说明发生了哪些变化。");
        }
        checks.done();
        return answer(reverifications.confirm(caller, id, accurate.get(), statement.orElse("")));
    }

    @PostMapping("/{id}/checks")
    @Operation(
            summary = "Says whether what a holder confirmed is in order; for the operator",
            description = "What passes plans the next yearly check. What fails tells the holder why, and proposes a"
                    + " suspension; the number's status is changed by /api/v1/numbers alone.")
    ReverificationBody check(Caller caller, @PathVariable UUID id, @RequestBody CheckOrder order) {
        caller.requireOperator(CHECK);
        var checks = new Checks();
        var passed = checks.read("passed", "malformed", order.passed(), value -> value);
        var note = checks.readIfPresent("note", "malformed", order.note(), ReverificationsController::text);
        var purpose = checks.readIfPresent("purpose", "malformed", order.purpose(), ReverificationsController::text);
        if (Boolean.FALSE.equals(order.passed()) && order.note() == null) {
            checks.add("note", "missing", "tells the holder what is wrong", "请告知持有人问题所在。");
        }
        checks.done();
        return answer(reverifications.check(caller.name(), id, passed.get(), note.orElse(""), purpose));
    }

    private static String text(String text) {
        if (text.isBlank() || text.length() > MOST) {
            throw new MistakeException("has 1 to " + MOST + " characters", "请填写 1 至 " + MOST + " 个字符。");
        }
        return text.strip();
    }

    private static ReverificationBody answer(ReverificationChange change) {
        return switch (change) {
            case ReverificationChange.Done(var one) -> ReverificationBody.of(one);
            case ReverificationChange.AsBefore(var one) -> ReverificationBody.of(one);
            case ReverificationChange.Unknown() -> throw new ProblemException(UNKNOWN);
            case ReverificationChange.Impossible _ -> throw new ProblemException(IMPOSSIBLE);
        };
    }
}
