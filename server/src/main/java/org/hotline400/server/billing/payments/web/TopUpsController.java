package org.hotline400.server.billing.payments.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.payments.PayWay;
import org.hotline400.server.billing.payments.PayWays;
import org.hotline400.server.billing.payments.PaymentProvider;
import org.hotline400.server.billing.payments.Refunds;
import org.hotline400.server.billing.payments.TopUp;
import org.hotline400.server.billing.payments.TopUpAsked;
import org.hotline400.server.billing.payments.TopUpFilter;
import org.hotline400.server.billing.payments.TopUpId;
import org.hotline400.server.billing.payments.TopUpOrder;
import org.hotline400.server.billing.payments.TopUpSettings;
import org.hotline400.server.billing.payments.TopUpState;
import org.hotline400.server.billing.payments.TopUps;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.payments.PaymentSettings;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Where customers pay in.
@RestController
@RequestMapping("/api/v1/top-ups")
@Tag(name = "payments")
class TopUpsController {
    private static final Scope READ = Scope.read("payments");
    private static final Scope WRITE = Scope.write("payments");
    private static final int LONGEST_BILL = 50;
    private static final int LONGEST_REFERENCE = 100;

    private final TopUps topUps;
    private final Refunds refunds;
    private final PayWays ways;
    private final TopUpSettings settings;
    private final PaymentSettings transfers;
    private final Tenants tenants;
    private final Transactions transactions;

    TopUpsController(
            TopUps topUps,
            Refunds refunds,
            PayWays ways,
            TopUpSettings settings,
            PaymentSettings transfers,
            Tenants tenants,
            Transactions transactions) {
        this.topUps = topUps;
        this.refunds = refunds;
        this.ways = ways;
        this.settings = settings;
        this.transfers = transfers;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    /// @param ways their text codes
    record WaysBody(List<String> ways, String minimum, String maximum) {}

    /// What is to be paid in.
    ///
    /// @param way `bank-transfer`, `alipay`, `wechat-pay`
    /// @param amount in yuan, whole fen
    /// @param forBill a bill's number: a remark, what comes pays the oldest bill first
    /// @param tenant for whom, where the operator's people ask; the caller's own otherwise
    record NewTopUp(
            @Nullable String way,
            @Nullable String amount,
            @Nullable String forBill,
            @Nullable String tenant) {}

    @GetMapping("/ways")
    @Operation(summary = "Lists the ways to pay that are offered, with the least and the most at once")
    WaysBody ways(Caller caller) {
        caller.require(READ);
        return new WaysBody(
                ways.offered().stream().map(PayWay::code).toList(),
                settings.minimum().toString(),
                settings.maximum().toString());
    }

    @PostMapping
    @Operation(
            summary = "Begins a top-up",
            description =
                    "201 with `howToPay`: account and remark for a transfer, `page` to open for Alipay, `qrCode` for"
                            + " WeChat Pay. Send an `Idempotency-Key`: the same again is 200, with another content it is"
                            + " refused. 503 `top-ups.provider-away` is to be tried again with the same key.")
    ResponseEntity<TopUpBody> begin(
            Caller caller, @RequestHeader("Idempotency-Key") Optional<String> key, @RequestBody NewTopUp body) {
        caller.require(WRITE);
        var checks = new Checks();
        var way = checks.read("way", "top-ups.way", body.way(), PayWay::of);
        var amount = checks.read(
                "amount",
                "top-ups.amount",
                body.amount(),
                text -> Fields.amount(text, settings.minimum(), settings.maximum()));
        var bill = checks.readIfPresent(
                "forBill", "too-long", body.forBill(), text -> Fields.words(text, 1, LONGEST_BILL));
        var tenant = tenant(checks, caller, body.tenant());
        var known = Fields.key(checks, key);
        checks.done();
        return answer(caller, topUps.ask(tenant, new TopUpOrder(way.get(), amount.get(), bill, known), by(caller)));
    }

    private TenantId tenant(Checks checks, Caller caller, @Nullable String named) {
        if (!caller.isOperator()) {
            if (named != null && !named.equals(caller.tenant().toString())) {
                checks.add("tenant", "top-ups.tenant", "is your own, or left out", "只能为本企业充值。");
            }
            return caller.tenant();
        }
        return checks.read("tenant", "top-ups.tenant", named, this::customer)
                .value()
                .orElse(TenantId.OPERATOR);
    }

    private TenantId customer(String text) {
        var id = new TenantId(UUID.fromString(text));
        if (id.equals(TenantId.OPERATOR) || tenants.find(id).isEmpty()) {
            throw new MistakeException("is no customer", "没有这个客户。");
        }
        return id;
    }

    private ResponseEntity<TopUpBody> answer(Caller caller, TopUpAsked asked) {
        return switch (asked) {
            case TopUpAsked.Done(var topUp) -> body(caller, HttpStatus.CREATED, topUp);
            case TopUpAsked.AsBefore(var topUp) -> body(caller, HttpStatus.OK, topUp);
            case TopUpAsked.KeyUsed() -> throw new ProblemException(TopUpProblems.KEY_USED);
            case TopUpAsked.NotOffered(var way) -> throw new ProblemException(TopUpProblems.notOffered(way));
        };
    }

    private ResponseEntity<TopUpBody> body(Caller caller, HttpStatus status, TopUp topUp) {
        return ResponseEntity.status(status).body(full(caller, topUp));
    }

    private TopUpBody full(Caller caller, TopUp topUp) {
        var howToPay = howToPay(topUp);
        return caller.see(
                transactions, () -> TopUpBody.of(topUp, howToPay, topUps.entries(topUp.id()), refunds.of(topUp.id())));
    }

    private Optional<TopUpBody.HowToTopUp> howToPay(TopUp topUp) {
        if (!(topUp.state() instanceof TopUpState.Asked)) {
            return Optional.empty();
        }
        if (!topUp.way().isOnline()) {
            return Optional.of(TopUpBody.HowToTopUp.byTransfer(topUp, transfers.transferTo()));
        }
        return switch (topUps.begin(topUp)) {
            case PaymentProvider.Beginning.OnPage(var page) -> Optional.of(TopUpBody.HowToTopUp.online(topUp, page));
            case PaymentProvider.Beginning.Away(var trouble) -> throw new ProblemException(away(trouble));
        };
    }

    private static Problem away(PaymentProvider.Trouble trouble) {
        return trouble.retryable() ? TopUpProblems.AWAY : TopUpProblems.PROVIDER_REFUSED;
    }

    @GetMapping
    @Operation(
            summary = "Lists top-ups, the newest first",
            description = "By `state`, by the `reference` that a payer wrote into his transfer, and for the operator by"
                    + " `tenant`.")
    Page<TopUpBody> list(
            Caller caller,
            @RequestParam @Nullable String state,
            @RequestParam @Nullable String reference,
            @RequestParam Optional<UUID> tenant,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(READ);
        var checks = new Checks();
        var wanted = checks.readIfPresent("state", "malformed", state, TopUpsController::state);
        var remark = checks.readIfPresent(
                "reference", "malformed", reference, text -> Fields.words(text, 0, LONGEST_REFERENCE));
        PageLimit.read(checks, limit);
        checks.done();
        var filter = new TopUpFilter(wanted, remark, tenant.map(TenantId::new));
        return caller.see(transactions, () -> topUps.list(filter, cursor.map(TopUpId::new), limit))
                .map(TopUpBody::of);
    }

    private static String state(String text) {
        if (!TopUpFilter.STATES.contains(text)) {
            throw new IllegalArgumentException("is one of " + TopUpFilter.STATES);
        }
        return text;
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a top-up: how to pay it, what has moved, what went back")
    TopUpBody show(Caller caller, @PathVariable UUID id) {
        caller.require(READ);
        return full(caller, find(caller, id));
    }

    @PostMapping("/{id}/closing")
    @Operation(
            summary = "Gives a top-up up that was not paid",
            description = "At the provider first. One that turns out to be paid comes back as `paid`.")
    TopUpBody close(Caller caller, @PathVariable UUID id) {
        caller.require(WRITE);
        var topUp = find(caller, id);
        if (topUp.state() instanceof TopUpState.Asked) {
            topUps.close(topUp).ifPresent(trouble -> {
                throw new ProblemException(away(trouble));
            });
        }
        return full(caller, find(caller, id));
    }

    private TopUp find(Caller caller, UUID id) {
        return caller.see(transactions, () -> topUps.find(new TopUpId(id)))
                .orElseThrow(() -> new ProblemException(TopUpProblems.UNKNOWN));
    }

    static TopUp.By by(Caller caller) {
        return new TopUp.By(caller.principal(), caller.name());
    }
}
