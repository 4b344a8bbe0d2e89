package org.hotline400.server.numbers.web;

import java.util.List;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.numbers.NumberChange;
import org.hotline400.server.numbers.NumberEvent;
import org.hotline400.server.numbers.NumberStatus;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/// What a change of a number is over HTTP.
final class NumberAnswers {
    static final Problem UNKNOWN = Problem.notFound("numbers.unknown", "There is no such number here.", "没有这个号码。");
    private static final Problem NOT_YOURS =
            Problem.notFound("numbers.unknown", "You have no such number.", "您没有这个号码。");
    private static final Problem ALREADY_HELD = Problem.conflict(
            "numbers.already-held", "Somebody else was faster: he holds this number.", "该号码已被他人选中，请另选。");
    private static final Problem NOT_AVAILABLE =
            Problem.conflict("numbers.not-available", "This number is taken, or still rests.", "该号码已被使用或尚在冷冻期，请另选。");
    private static final Problem NOT_ON_SALE =
            Problem.conflict("numbers.not-on-sale", "This number is not on sale.", "该号码不在售。");
    private static final Problem NO_SUCCESSOR = Problem.conflict(
            "numbers.no-successor", "The new number must be in service for the same holder.", "新号码须由同一用户持有并已开通。");

    private NumberAnswers() {}

    /// 201 when something came of it, 200 when it had been so before.
    static ResponseEntity<NumberBody> created(NumberChange change) {
        var body = body(change);
        return ResponseEntity.status(change instanceof NumberChange.Done ? HttpStatus.CREATED : HttpStatus.OK)
                .body(body);
    }

    /// The number as it is now.
    ///
    /// @throws ProblemException when nothing came of it
    static NumberBody body(NumberChange change) {
        return switch (change) {
            case NumberChange.Done(var number) -> NumberBody.of(number);
            case NumberChange.AsBefore(var number) -> NumberBody.of(number);
            case NumberChange.Unknown _ -> throw new ProblemException(UNKNOWN);
            case NumberChange.NotHolder _ -> throw new ProblemException(NOT_YOURS);
            case NumberChange.AlreadyHeld _ -> throw new ProblemException(ALREADY_HELD);
            case NumberChange.NotAvailable _ -> throw new ProblemException(NOT_AVAILABLE);
            case NumberChange.NotOnSale _ -> throw new ProblemException(NOT_ON_SALE);
            case NumberChange.NoSuccessor _ -> throw new ProblemException(NO_SUCCESSOR);
            case NumberChange.HoldLimit(int most) -> throw new ProblemException(holdLimit(most));
            case NumberChange.Impossible(var number, var event) ->
                throw new ProblemException(impossible(number.status(), event));
            case NumberChange.NoSuchTenant _ ->
                throw new InvalidInputException(List.of(new Violation("tenant", "unknown", "there is no such tenant")));
        };
    }

    private static Problem holdLimit(int most) {
        return Problem.conflict(
                "numbers.hold-limit",
                "You hold " + most + " numbers, and no more at once.",
                "您已选中 " + most + " 个号码，达到上限，请先释放或下单。");
    }

    private static Problem impossible(NumberStatus status, NumberEvent event) {
        return Problem.conflict(
                "numbers.impossible",
                "A number that is " + status.code() + " cannot undergo " + event.code() + ".",
                "号码当前状态（" + status.code() + "）不允许此操作（" + event.code() + "）。");
    }
}
