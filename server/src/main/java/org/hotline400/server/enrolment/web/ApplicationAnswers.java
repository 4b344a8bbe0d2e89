package org.hotline400.server.enrolment.web;

import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;

/// What a change of an application is over HTTP.
public final class ApplicationAnswers {
    public static final Problem UNKNOWN =
            Problem.notFound("applications.unknown", "There is no such application here.", "没有这份申请。");
    private static final Problem INCOMPLETE = new Problem(
            422,
            "applications.incomplete",
            "Something is missing or wrong: each violation names its field or paper, and the fix.",
            "申请内容不完整或有误，请按各项提示修改。");
    private static final Problem NOT_ASKED = new Problem(
            422,
            "applications.not-asked",
            "Only what the reviewer found wrong can be changed now; nothing was changed.",
            "现在只能修改审核指出的项目，本次修改未保存。");
    private static final Problem OTHER_EYES = Problem.conflict(
            "applications.needs-other-eyes",
            "Another person must do this: who has it in review, or a second one.",
            "须由其他人员处理（当前审核人，或另一位复核人）。");

    private ApplicationAnswers() {}

    /// The application as it is now.
    ///
    /// @throws ProblemException when nothing came of it
    public static Application application(ApplicationChange change) {
        return switch (change) {
            case ApplicationChange.Done(var now) -> now;
            case ApplicationChange.AsBefore(var now) -> now;
            case ApplicationChange.Unknown _ -> throw new ProblemException(UNKNOWN);
            case ApplicationChange.Outdated(var now) -> throw new ProblemException(outdated(now));
            case ApplicationChange.Impossible(var now, var event) -> throw new ProblemException(impossible(now, event));
            case ApplicationChange.Incomplete(var now, var violations) ->
                throw new ProblemException(
                        violations.stream().allMatch(one -> one.code().equals(NOT_ASKED.code()))
                                ? NOT_ASKED
                                : INCOMPLETE,
                        violations);
            case ApplicationChange.NumberGone(var _, var code, var english, var chinese) ->
                throw new ProblemException(Problem.conflict(code, english, chinese));
            case ApplicationChange.NeedsOtherEyes _ -> throw new ProblemException(OTHER_EYES);
        };
    }

    private static Problem outdated(Application now) {
        return Problem.conflict(
                "applications.outdated",
                "It was changed meanwhile: it is " + now.state().code() + " now, version " + now.version()
                        + ". Nothing was changed by this request; load it again and send your change once more.",
                "申请已在别处修改：当前状态为 " + now.state().code() + "，版本 " + now.version() + "。本次修改未保存，请重新载入后再提交。");
    }

    private static Problem impossible(Application now, ApplicationEvent event) {
        return Problem.conflict(
                "applications.impossible",
                "An application that is " + now.state().code() + " cannot undergo " + event.code() + ".",
                "申请当前状态（" + now.state().code() + "）不允许此操作（" + event.code() + "）。");
    }
}
