package org.hotline400.server.enrolment.payments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.payments.PaymentDesk;
import org.hotline400.server.enrolment.payments.Payments;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// What an applicant has to pay, and how.
@RestController
@Tag(name = "applications")
class ApplicationPaymentController {
    private static final Problem UNKNOWN =
            Problem.notFound("applications.unknown", "There is no such application.", "没有这份申请。");
    private static final Problem NONE = Problem.notFound(
            "payments.none", "The application was not handed in yet: its price is settled then.", "申请尚未提交，提交后才确定价格。");

    private final Applications applications;
    private final PaymentDesk desk;
    private final Payments way;
    private final Transactions transactions;

    ApplicationPaymentController(Applications applications, PaymentDesk desk, Payments way, Transactions transactions) {
        this.applications = applications;
        this.desk = desk;
        this.way = way;
        this.transactions = transactions;
    }

    @GetMapping("/api/v1/applications/{id}/payment")
    @Operation(
            summary = "What an application costs, what has come of it, and how to pay",
            description = "The price is that of the moment when it was handed in.")
    PaymentBody show(Caller caller, @PathVariable UUID id) {
        caller.require(Scope.read("applications"));
        var application = new ApplicationId(id);
        // Seen first: a reseller sees the payments of those whom it took in, and no others.
        if (applications.find(application, ApplicationActor.of(caller, "")).isEmpty()) {
            throw new ProblemException(UNKNOWN);
        }
        return transactions
                .asOperator(() -> desk.of(application))
                .map(payment -> PaymentBody.of(payment, way))
                .orElseThrow(() -> new ProblemException(NONE));
    }
}
