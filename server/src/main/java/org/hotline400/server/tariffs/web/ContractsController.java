package org.hotline400.server.tariffs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.contracts.ContractDesk;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.hotline400.server.tariffs.contracts.ContractOutcome;
import org.hotline400.server.tariffs.contracts.Contracts;
import org.hotline400.server.tariffs.contracts.PackageOrder;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The contracts of an enterprise; all of them for the operator.
@RestController
@RequestMapping("/api/v1/contracts")
@Tag(name = "contracts")
class ContractsController {
    private static final Scope READ = Scope.read("contracts");
    private static final Scope WRITE = Scope.write("contracts");

    private final Contracts contracts;
    private final ContractDesk desk;
    private final Transactions transactions;

    ContractsController(Contracts contracts, ContractDesk desk, Transactions transactions) {
        this.contracts = contracts;
        this.desk = desk;
        this.transactions = transactions;
    }

    @GetMapping
    @Operation(
            summary = "Lists contracts, the oldest first",
            description = "One's own; for the operator all, or those of a `tenant`.")
    Page<ContractBody> list(
            Caller caller,
            @RequestParam @Nullable String tenant,
            @RequestParam Optional<UUID> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(READ);
        var checks = new Checks();
        var wanted = checks.readIfPresent("tenant", "malformed", tenant, TenantId::of);
        PageLimit.read(checks, limit);
        checks.done();
        return caller.see(transactions, () -> contracts.list(wanted, cursor.map(ContractId::new), limit))
                .map(ContractBody::of);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows a contract with all that was agreed")
    ContractBody show(Caller caller, @PathVariable UUID id) {
        caller.require(READ);
        return caller.see(transactions, () -> contracts.find(new ContractId(id)))
                .map(ContractBody::of)
                .orElseThrow(() -> new ProblemException(ContractAnswers.UNKNOWN));
    }

    @GetMapping("/{id}/quotes/package")
    @Operation(
            summary = "Tells what another package or term would mean, before anything is agreed",
            description = "From the day `from`, today when absent, at most ten years ahead. What would be refused is"
                    + " refused here too.")
    QuoteBody quotePackage(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam @Nullable String tariff,
            @RequestParam @Nullable Integer termMonths,
            @RequestParam @Nullable String from) {
        caller.require(READ);
        var order = new PackageOrderBody(tariff, termMonths, from, null).read(new ContractId(id), caller, desk.today());
        return caller.see(transactions, () -> ContractAnswers.quote(desk.quote(order)));
    }

    @PostMapping("/{id}/package")
    @Operation(
            summary = "Agrees on another package or term from a day on",
            description =
                    "From the day `from`, today when absent, never a day that is over, at most ten years ahead. A package"
                            + " that is not smaller may begin at any day, a smaller one at the end of the term; its edition is today's. A new term binds"
                            + " from that day on, `termMonths` 0 is from month to month. What was agreed for later days falls away."
                            + " The same once more changes nothing.")
    ContractBody changePackage(Caller caller, @PathVariable UUID id, @RequestBody PackageOrderBody body) {
        caller.require(WRITE);
        var order = body.read(new ContractId(id), caller, desk.today());
        return body(caller.see(transactions, () -> desk.change(order)));
    }

    @GetMapping("/{id}/quotes/end")
    @Operation(
            summary = "Tells what ending a contract would cost, before it is done",
            description =
                    "`on` is the first day on which it would not hold, tomorrow when absent, at most ten years ahead.")
    QuoteBody quoteEnd(Caller caller, @PathVariable UUID id, @RequestParam @Nullable String on) {
        caller.require(READ);
        var order = new EndOrderBody(on, null).read(caller, desk.today());
        return caller.see(transactions, () -> ContractAnswers.quote(desk.quoteEnd(new ContractId(id), order.on())));
    }

    @PostMapping("/{id}/end")
    @Operation(
            summary = "Ends a contract",
            description =
                    "`on` is the first day on which it does not hold any more, tomorrow when absent, at most ten years"
                            + " ahead. Leaving before"
                            + " `boundUntil` costs what the package says; the quote tells it first.")
    ContractBody end(Caller caller, @PathVariable UUID id, @RequestBody EndOrderBody body) {
        caller.require(WRITE);
        var order = body.read(caller, desk.today());
        return body(caller.see(transactions, () -> desk.end(new ContractId(id), order.on(), order.by())));
    }

    private static ContractBody body(ContractOutcome outcome) {
        return ContractBody.of(ContractAnswers.contract(outcome));
    }

    /// @param on the first day on which it does not hold any more; absent: tomorrow
    /// @param reason for the record
    record EndOrderBody(@Nullable String on, @Nullable String reason) {
        record Order(LocalDate on, PackageOrder.By by) {}

        Order read(Caller caller, LocalDate today) {
            var checks = new Checks();
            var day = ContractDays.read(checks, "on", on, today);
            var by = checks.read(
                    "reason", "malformed", reason == null ? "ended" : reason, why -> PackageOrderBody.by(caller, why));
            checks.done();
            return new Order(day.orElse(today.plusDays(1)), by.get());
        }
    }
}
