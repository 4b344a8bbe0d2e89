package org.hotline400.server.enrolment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.internal.SubmissionChecks;
import org.hotline400.server.enrolment.papers.Papers;
import org.hotline400.server.enrolment.payments.PaymentDesk;
import org.hotline400.server.enrolment.provisioning.Provisionings;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// An application with all that is known beside it.
@RestController
@Tag(name = "reviews")
class ReviewLookController {
    private static final Scope READ = Scope.read("reviews");

    private final Applications applications;
    private final SubmissionChecks checks;
    private final Papers papers;
    private final PaymentDesk payments;
    private final Provisionings provisionings;
    private final Transactions transactions;
    private final Clock clock;

    ReviewLookController(
            Applications applications,
            SubmissionChecks checks,
            Papers papers,
            PaymentDesk payments,
            Provisionings provisionings,
            Transactions transactions,
            Clock clock) {
        this.applications = applications;
        this.checks = checks;
        this.papers = papers;
        this.payments = payments;
        this.provisionings = provisionings;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/api/v1/reviews/{id}")
    @Operation(
            summary = "Shows an application with facts and hints beside each field and paper; for the operator",
            description =
                    "Persons are masked; `GET /api/v1/applications/{id}?clear=true` shows them, and each such look"
                            + " is written down. Facts are known to be wrong; hints are worth a look, never a verdict.")
    ReviewBody show(Caller caller, @PathVariable UUID id, Locale locale) {
        caller.requireOperator(READ);
        var actor = ApplicationActor.of(caller, "");
        var application = applications
                .find(new ApplicationId(id), actor)
                .orElseThrow(() -> new ProblemException(ReviewAnswers.UNKNOWN));
        return ReviewBody.of(application, known(application, actor), clock.instant(), locale);
    }

    private ReviewBody.Known known(Application application, ApplicationActor actor) {
        var id = application.id();
        var wrong = checks.wrong(application);
        var sent = papers.list(id, actor).orElse(List.of());
        return transactions.asOperator(
                () -> new ReviewBody.Known(wrong, sent, payments.of(id), provisionings.find(id)));
    }
}
