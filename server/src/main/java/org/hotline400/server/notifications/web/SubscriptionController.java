package org.hotline400.server.notifications.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.notifications.Channel;
import org.hotline400.server.notifications.Subscription;
import org.hotline400.server.notifications.Subscriptions;
import org.hotline400.server.outbound.OutboundHttp;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who is told what of an enterprise's calls; for the operator, of all.
@RestController
@RequestMapping("/api/v1/notifications/subscriptions")
@Tag(name = "notifications")
class SubscriptionController {
    static final Scope READ = Scope.read("notifications");
    static final Scope WRITE = Scope.write("notifications");
    static final Problem UNKNOWN =
            Problem.notFound("notifications.unknown-subscription", "There is no such subscription.", "没有这个通知订阅。");
    private static final Problem TOO_MANY = Problem.conflict(
            "notifications.too-many",
            "An enterprise has at most " + Subscriptions.MOST + " subscriptions; remove one first.",
            "每个企业最多有 " + Subscriptions.MOST + " 个通知订阅，请先删除一个。");
    private static final Problem NO_SECRET =
            Problem.conflict("notifications.no-secret", "Only webhooks have a secret.", "只有 webhook 才有签名密钥。");

    private final Subscriptions subscriptions;
    private final Tenants tenants;
    private final Transactions transactions;
    private final OutboundHttp http;

    SubscriptionController(Subscriptions subscriptions, Tenants tenants, Transactions transactions, OutboundHttp http) {
        this.subscriptions = subscriptions;
        this.tenants = tenants;
        this.transactions = transactions;
        this.http = http;
    }

    @GetMapping
    @Operation(summary = "Lists the caller's subscriptions, newest first; for the operator, all")
    Page<SubscriptionBody> list(
            Caller caller,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(READ);
        var checks = new Checks();
        PageLimit.read(checks, limit);
        checks.done();
        return caller.see(transactions, () -> subscriptions.list(cursor, limit)).map(SubscriptionController::shown);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows one subscription, without its secret")
    SubscriptionBody one(Caller caller, @PathVariable UUID id) {
        caller.require(READ);
        return shown(known(caller, id));
    }

    @PostMapping
    @Operation(
            summary = "Adds a subscription",
            description = "The answer shows a webhook's secret, once; docs/webhooks.md says how to verify with it.")
    ResponseEntity<SubscriptionBody> add(Caller caller, @RequestBody SubscriptionBody body) {
        caller.require(WRITE);
        var tenant = tenant(caller, Optional.ofNullable(body.tenant()).map(TenantId::new));
        var order = body.read(Optional.empty(), http);
        var added = subscriptions.add(tenant, order).orElseThrow(() -> new ProblemException(TOO_MANY));
        var id = added.subscription().id();
        return ResponseEntity.created(URI.create("/api/v1/notifications/subscriptions/" + id))
                .body(SubscriptionBody.of(added.subscription(), added.secret()));
    }

    private TenantId tenant(Caller caller, Optional<TenantId> asked) {
        var checks = new Checks();
        var tenant = asked.orElse(caller.tenant());
        if (!tenant.equals(caller.tenant()) && !caller.isOperator()) {
            checks.add("tenant", "forbidden", "is your own, or left out", "只能是本企业，或不填。");
        } else if (tenants.find(tenant).isEmpty()) {
            checks.add("tenant", "unknown", "there is no such tenant", "没有这个租户。");
        }
        checks.done();
        return tenant;
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Changes a subscription",
            description = "Switching on one that the platform has disabled sends what waits for it.")
    SubscriptionBody change(Caller caller, @PathVariable UUID id, @RequestBody SubscriptionBody body) {
        caller.require(WRITE);
        var before = known(caller, id);
        Channel channel = before.order().destination().channel();
        return shown(subscriptions.change(before, body.read(Optional.of(channel), http)));
    }

    @PostMapping("/{id}/secret")
    @Operation(
            summary = "Gives a webhook a new secret, shown once",
            description = "For 24 hours deliveries are signed with the old one, too: a second v1 in the signature.")
    SubscriptionBody rotate(Caller caller, @PathVariable UUID id) {
        caller.require(WRITE);
        var before = known(caller, id);
        if (before.order().destination().channel() != Channel.WEBHOOK) {
            throw new ProblemException(NO_SECRET);
        }
        var rotated = subscriptions.rotate(before);
        return SubscriptionBody.of(rotated.subscription(), rotated.secret());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a subscription, with its deliveries and what waits to be sent")
    void remove(Caller caller, @PathVariable UUID id) {
        caller.require(WRITE);
        subscriptions.remove(known(caller, id));
    }

    private Subscription known(Caller caller, UUID id) {
        return caller.see(transactions, () -> subscriptions.find(id)).orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private static SubscriptionBody shown(Subscription subscription) {
        return SubscriptionBody.of(subscription, Optional.empty());
    }
}
