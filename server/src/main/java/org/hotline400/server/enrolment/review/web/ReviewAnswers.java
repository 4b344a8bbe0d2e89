package org.hotline400.server.enrolment.review.web;

import java.util.List;
import java.util.UUID;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationEvent;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;

/// What became of a decision, over HTTP.
final class ReviewAnswers {
    static final Problem UNKNOWN = Problem.notFound("applications.unknown", "There is no such application.", "没有这份申请。");
    private static final Problem OUTDATED =
            Problem.conflict("applications.outdated", "It was changed meanwhile; look at it again.", "申请已被修改，请刷新后再操作。");
    private static final Problem OTHER_EYES = Problem.conflict(
            "reviews.needs-other-eyes",
            "Somebody else must decide this: premium numbers take two reviewers, and nobody approves what he keyed in or"
                    + " what is his own house's.",
            "须由他人审核：顶级号码需两位审核员分别通过，且不得审核本人录入或本单位的申请。");

    private ReviewAnswers() {}

    /// @param approvals so many have found it good
    /// @param findings what is to be corrected, or why it was rejected
    record DecisionBody(
            String id, long version, String state, @Nullable UUID reviewer, int approvals, List<FindingBody> findings) {
        static DecisionBody of(Application application) {
            return new DecisionBody(
                    application.id().toString(),
                    application.version(),
                    application.state().code(),
                    application.reviewer().orElse(null),
                    application.approvals().size(),
                    application.findings().stream().map(FindingBody::of).toList());
        }
    }

    /// @param subject the field or paper
    record FindingBody(String subject, String reason, String zh, String en) {
        static FindingBody of(Finding finding) {
            return new FindingBody(finding.subject(), finding.code(), finding.chinese(), finding.english());
        }
    }

    /// @throws ProblemException when nothing came of it
    static DecisionBody body(ApplicationChange change) {
        return switch (change) {
            case ApplicationChange.Done(var application) -> DecisionBody.of(application);
            case ApplicationChange.AsBefore(var application) -> DecisionBody.of(application);
            case ApplicationChange.Unknown _ -> throw new ProblemException(UNKNOWN);
            case ApplicationChange.Outdated _ -> throw new ProblemException(OUTDATED);
            case ApplicationChange.NeedsOtherEyes _ -> throw new ProblemException(OTHER_EYES);
            case ApplicationChange.Impossible(var now, var event) -> throw new ProblemException(impossible(now, event));
            case ApplicationChange.Incomplete(var _, var violations) -> throw new InvalidInputException(violations);
            case ApplicationChange.NumberGone(var _, var code, var english, var chinese) ->
                throw new ProblemException(Problem.conflict(code, english, chinese));
        };
    }

    private static Problem impossible(Application now, ApplicationEvent event) {
        return Problem.conflict(
                "applications.impossible",
                "An application that is " + now.state().code() + " cannot undergo " + event.code()
                        + (event == ApplicationEvent.TAKE ? ": somebody else may have it." : "."),
                "申请当前状态（" + now.state().code() + "）不允许此操作（" + event.code() + "）"
                        + (event == ApplicationEvent.TAKE ? "，可能已被他人领取。" : "。"));
    }
}
