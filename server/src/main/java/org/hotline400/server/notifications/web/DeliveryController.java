package org.hotline400.server.notifications.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.notifications.Deliveries;
import org.hotline400.server.notifications.Delivery;
import org.hotline400.server.notifications.Subscription;
import org.hotline400.server.notifications.Subscriptions;
import org.hotline400.server.notifications.internal.Payload;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What was sent, what waits, and sending it again.
@RestController
@RequestMapping("/api/v1/notifications")
@Tag(name = "notifications")
class DeliveryController {
    private static final Problem UNKNOWN =
            Problem.notFound("notifications.unknown-delivery", "There is no such delivery.", "没有这条投递记录。");
    private static final Problem PENDING = Problem.conflict(
            "notifications.pending", "It is still on its way; replay it when it is over.", "该通知仍在投递中，结束后才能重发。");
    private static final Problem NOT_ACTIVE = Problem.conflict(
            "notifications.not-active", "The subscription is switched off; switch it on first.", "该订阅未启用，请先启用。");

    private final Deliveries deliveries;
    private final Subscriptions subscriptions;
    private final Transactions transactions;

    DeliveryController(Deliveries deliveries, Subscriptions subscriptions, Transactions transactions) {
        this.deliveries = deliveries;
        this.subscriptions = subscriptions;
        this.transactions = transactions;
    }

    @GetMapping("/subscriptions/{id}/deliveries")
    @Operation(summary = "Lists the deliveries of one subscription with their attempts, newest first")
    Page<DeliveryBody> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam Optional<String> state,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(SubscriptionController.READ);
        subscription(caller, id);
        var checks = new Checks();
        PageLimit.read(checks, limit);
        var asked = checks.readIfPresent("state", "notifications.state", state.orElse(null), Delivery.State::of);
        checks.done();
        return caller.see(transactions, () -> deliveries.list(id, asked, cursor, limit))
                .map(delivery -> shown(caller, delivery));
    }

    @GetMapping("/deliveries/{id}")
    @Operation(summary = "Shows one delivery: what is sent, each attempt, what the receiver said")
    DeliveryBody one(Caller caller, @PathVariable UUID id) {
        caller.require(SubscriptionController.READ);
        return shown(caller, known(caller, id));
    }

    @PostMapping("/subscriptions/{id}/test")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Sends a test event to one subscription")
    DeliveryBody test(Caller caller, @PathVariable UUID id) {
        caller.require(SubscriptionController.WRITE);
        return shown(caller, deliveries.test(active(caller, id)));
    }

    @PostMapping("/deliveries/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Sends an event again, as a new delivery with the same Idempotency-Key",
            description = "Tried as often as the first time.")
    DeliveryBody replay(Caller caller, @PathVariable UUID id) {
        caller.require(SubscriptionController.WRITE);
        var delivery = known(caller, id);
        if (delivery.state() == Delivery.State.PENDING) {
            throw new ProblemException(PENDING);
        }
        active(caller, delivery.subscription());
        return shown(caller, deliveries.replay(delivery));
    }

    /// Which deliveries are sent again.
    ///
    /// @param from made at or after; ISO 8601 with an offset
    /// @param to made before
    /// @param state `dead` (by default) or `delivered`
    record Range(
            @Nullable String from,
            @Nullable String to,
            @Nullable String state) {}

    /// @param deliveries the new ones, at most 1,000: ask again for more
    record Replayed(List<UUID> deliveries) {}

    @PostMapping("/subscriptions/{id}/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Sends again what went to one subscription in some time, each event once",
            description = "The oldest first, at most 1,000; what has been sent again meanwhile is left out.")
    Replayed replay(Caller caller, @PathVariable UUID id, @RequestBody Range range) {
        caller.require(SubscriptionController.WRITE);
        var checks = new Checks();
        var from = checks.read("from", "malformed", range.from(), DeliveryController::instant);
        var to = checks.read("to", "malformed", range.to(), DeliveryController::instant);
        var state = checks.readIfPresent("state", "notifications.state", range.state(), DeliveryController::ended);
        checks.done();
        return new Replayed(
                deliveries.replay(active(caller, id), from.get(), to.get(), state.orElse(Delivery.State.DEAD)));
    }

    private static Delivery.State ended(String code) {
        var state = Delivery.State.of(code);
        if (state == Delivery.State.PENDING) {
            throw new MistakeException(
                    "is dead or delivered: what is pending is on its way", "只能是 dead 或 delivered：pending 的正在发送。");
        }
        return state;
    }

    private static Instant instant(String text) {
        try {
            return IsoText.instant(text);
        } catch (DateTimeException e) {
            throw new MistakeException("is an instant such as 2026-03-01T09:00:00Z", "须为时间，如 2026-03-01T09:00:00Z。");
        }
    }

    private Subscription subscription(Caller caller, UUID id) {
        return caller.see(transactions, () -> subscriptions.find(id))
                .orElseThrow(() -> new ProblemException(SubscriptionController.UNKNOWN));
    }

    private Subscription active(Caller caller, UUID id) {
        var subscription = subscription(caller, id);
        if (subscription.state() != Subscription.State.ACTIVE) {
            throw new ProblemException(NOT_ACTIVE);
        }
        return subscription;
    }

    private Delivery known(Caller caller, UUID id) {
        return caller.see(transactions, () -> deliveries.find(id)).orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private static DeliveryBody shown(Caller caller, Delivery delivery) {
        var payload = caller.tenant().equals(delivery.tenant())
                ? Payload.read(delivery.payload())
                : Payload.withoutCallers(delivery.payload());
        return DeliveryBody.of(delivery, payload);
    }
}
