package org.hotline400.server.enrolment.provisioning.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// A number that has just come into service: try it, and say that all is well.
@RestController
@RequestMapping("/api/v1/applications/{id}")
@Tag(name = "applications")
class AcceptanceController {
    private static final Problem UNKNOWN =
            Problem.notFound("applications.unknown", "There is no such application.", "没有这份申请。");
    private static final Problem NOT_IN_SERVICE =
            Problem.conflict("applications.not-in-service", "The number is not in service yet.", "号码尚未开通。");

    private final Applications applications;

    AcceptanceController(Applications applications) {
        this.applications = applications;
    }

    /// @param state `live` from now on
    record AcceptanceBody(String id, String state) {}

    /// How to try the number. The platform itself rings nobody for it: a test call comes in from outside, as a
    /// customer's would, and is told apart by nothing.
    ///
    /// @param number to be dialled
    /// @param answeredBy the lines that ring, in this order
    /// @param simulatorCommand the same without a telephone, on the machine of the platform
    record TestCallBody(String number, List<String> answeredBy, String simulatorCommand, Words text) {}

    record Words(String zh, String en) {}

    @PostMapping("/test-call")
    @Operation(
            summary = "Tells how to try the number: who is rung, when, and how to call without a telephone",
            description = "The platform does not place the call itself. The first call that is answered makes the"
                    + " application live.")
    TestCallBody testCall(Caller caller, @PathVariable UUID id) {
        caller.require(Scope.write("applications"));
        var application = applications
                .find(new ApplicationId(id), ApplicationActor.of(caller, ""))
                .orElseThrow(() -> new ProblemException(UNKNOWN));
        if (application.state() != ApplicationState.PROVISIONED && application.state() != ApplicationState.LIVE) {
            throw new ProblemException(NOT_IN_SERVICE);
        }
        return body(application);
    }

    private static TestCallBody body(Application application) {
        var choice = application.form().choice();
        var number = HotlineNumber.parse(choice.number().orElseThrow());
        var lines = String.join("、", choice.forwardTo());
        return new TestCallBody(
                number.digits(),
                choice.forwardTo(),
                "./hotline call " + number,
                new Words(
                        "请用任意电话拨打 " + number.display() + "。营业时间内依次响铃：" + lines
                                + "；非营业时间播放提示并可留言。营业时间可在呼叫方案中修改。首次接通后号码即正式启用。",
                        "Dial " + number.display() + " from any telephone. In business hours these ring in turn: "
                                + String.join(", ", choice.forwardTo())
                                + "; after hours callers may leave a message. The call plan says when it is open. The"
                                + " first call that is answered makes the number live."));
    }

    @PostMapping("/acceptance")
    @Operation(
            summary = "Says that all is well: the application is live then",
            description = "So does the first call that is answered. Safe to send twice.")
    AcceptanceBody accept(Caller caller, @PathVariable UUID id) {
        caller.require(Scope.write("applications"));
        var actor = ApplicationActor.of(caller, "the applicant has accepted the number");
        return switch (applications.live(new ApplicationId(id), actor)) {
            case ApplicationChange.Done(var application) -> accepted(application);
            case ApplicationChange.AsBefore(var application) -> accepted(application);
            case ApplicationChange.Unknown _ -> throw new ProblemException(UNKNOWN);
            case ApplicationChange.Outdated _,
                    ApplicationChange.Impossible _,
                    ApplicationChange.Incomplete _,
                    ApplicationChange.NumberGone _,
                    ApplicationChange.NeedsOtherEyes _ -> throw new ProblemException(NOT_IN_SERVICE);
        };
    }

    private static AcceptanceBody accepted(Application application) {
        return new AcceptanceBody(
                application.id().toString(), application.state().code());
    }
}
