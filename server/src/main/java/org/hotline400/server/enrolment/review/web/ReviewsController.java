package org.hotline400.server.enrolment.review.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.provisioning.Provisionings;
import org.hotline400.server.enrolment.review.ReviewCounts;
import org.hotline400.server.enrolment.review.ReviewDesk;
import org.hotline400.server.enrolment.review.ReviewFilter;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The reviewers' queue.
@RestController
@RequestMapping("/api/v1/reviews")
@Tag(name = "reviews")
class ReviewsController {
    private static final Scope READ = Scope.read("reviews");
    private static final Scope WRITE = Scope.write("reviews");
    private static final Problem NOTHING_TO_RETRY = Problem.conflict(
            "reviews.nothing-to-retry", "Nothing is to be put into service for this application.", "该申请没有待开通的事项。");

    private final ReviewDesk desk;
    private final Provisionings provisionings;
    private final Clock clock;

    ReviewsController(ReviewDesk desk, Provisionings provisionings, Clock clock) {
        this.desk = desk;
        this.provisionings = provisionings;
        this.clock = clock;
    }

    @GetMapping
    @Operation(
            summary = "The reviewers' queue, what is due first comes first; for the operator",
            description =
                    "Without `stage`, those that wait for a reviewer or are with one; stages are waiting, in-review,"
                            + " correction-asked, unpaid, provisioning and stuck (its number could not be put into service).")
    Page<QueueBody> queue(
            Caller caller,
            @RequestParam @Nullable String stage,
            @RequestParam @Nullable String channel,
            @RequestParam(name = "class") @Nullable String numberClass,
            @RequestParam(defaultValue = "false") boolean mine,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        var filter = new ReviewFilter(
                checks.readIfPresent("stage", "malformed", stage, ReviewFilter.Stage::of),
                checks.readIfPresent("channel", "malformed", channel, ReviewsController::channel),
                checks.readIfPresent("class", "malformed", numberClass, NumberClass::of),
                mine ? Optional.of(caller.principal()) : Optional.empty());
        PageLimit.read(checks, limit);
        checks.done();
        var now = clock.instant();
        return desk.queue(filter, cursor.map(ApplicationId::new), limit).map(one -> QueueBody.of(one, caller, now));
    }

    private static Intake.Channel channel(String code) {
        return Arrays.stream(Intake.Channel.values())
                .filter(one -> one.name().toLowerCase(Locale.ROOT).equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("is online or paper"));
    }

    @GetMapping("/counts")
    @Operation(summary = "How much lies on the desk; for the operator")
    ReviewCounts counts(Caller caller) {
        caller.requireOperator(READ);
        return desk.counts(caller.principal());
    }

    @PostMapping("/{id}/provisioning")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Tries again to put a number into service; for the operator",
            description = "For an application of the stage stuck. Safe to send twice.")
    void retry(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(WRITE);
        if (!provisionings.retry(new ApplicationId(id))) {
            throw new ProblemException(NOTHING_TO_RETRY);
        }
    }
}
