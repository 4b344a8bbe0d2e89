package org.hotline400.server.enrolment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.review.ReviewReason;
import org.hotline400.server.enrolment.review.ReviewReasons;
import org.hotline400.server.enrolment.review.web.ReviewAnswers.DecisionBody;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What reviewers decide. Safe to send twice: the second time it is as before.
@RestController
@Tag(name = "reviews")
class DecisionsController {
    private static final Scope READ = Scope.read("reviews");
    private static final Scope WRITE = Scope.write("reviews");
    private static final String ONE = "/api/v1/reviews/{id}";

    private final Applications applications;
    private final ReviewReasons reasons;

    DecisionsController(Applications applications, ReviewReasons reasons) {
        this.applications = applications;
        this.reasons = reasons;
    }

    /// What is wrong.
    record FindingsOrder(@Nullable List<FindingOrder> findings) {}

    record ReasonList(List<ReviewReason> items) {}

    @GetMapping("/api/v1/review-reasons")
    @Operation(summary = "What a reviewer may find wrong, and where; for the operator")
    ReasonList reasons(Caller caller) {
        caller.requireOperator(READ);
        return new ReasonList(reasons.all());
    }

    @PostMapping(ONE + "/take")
    @Operation(
            summary = "Takes an application out of the queue; for reviewers",
            description = "Of two at once one gets it. Left lying for a working day, it goes back by itself.")
    DecisionBody take(Caller caller, @PathVariable UUID id) {
        return ReviewAnswers.body(applications.take(new ApplicationId(id), reviewer(caller)));
    }

    @PostMapping(ONE + "/return")
    @Operation(summary = "Gives an application back to the queue; for reviewers")
    DecisionBody giveBack(Caller caller, @PathVariable UUID id) {
        return ReviewAnswers.body(applications.giveBack(new ApplicationId(id), reviewer(caller)));
    }

    @PostMapping(ONE + "/correction")
    @Operation(
            summary = "Asks the applicant to correct fields and papers; for reviewers",
            description = "Only what the findings name can be changed and must be sent again; all else stands.")
    DecisionBody correct(Caller caller, @PathVariable UUID id, @RequestBody FindingsOrder body) {
        var reviewer = reviewer(caller);
        var findings = FindingOrder.read(body.findings(), reasons);
        return ReviewAnswers.body(applications.askCorrection(new ApplicationId(id), findings, reviewer));
    }

    @PostMapping(ONE + "/rejection")
    @Operation(
            summary = "Rejects an application for good, with the reason of each field; for reviewers",
            description = "The number is free again, and what was paid is owed back.")
    DecisionBody reject(Caller caller, @PathVariable UUID id, @RequestBody FindingsOrder body) {
        var reviewer = reviewer(caller);
        var findings = FindingOrder.read(body.findings(), reasons);
        return ReviewAnswers.body(applications.reject(new ApplicationId(id), findings, reviewer));
    }

    @PostMapping(ONE + "/approval")
    @Operation(
            summary = "Finds an application good; for reviewers",
            description = "A premium number needs a second reviewer: until then it stays in-review with one approval.")
    DecisionBody approve(Caller caller, @PathVariable UUID id) {
        return ReviewAnswers.body(applications.approve(new ApplicationId(id), reviewer(caller)));
    }

    private static ApplicationActor reviewer(Caller caller) {
        caller.requireOperator(WRITE);
        return ApplicationActor.of(caller, "");
    }
}
