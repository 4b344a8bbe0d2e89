package org.hotline400.server.charging.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.hotline400.server.charging.CustomerAccounts;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// How customers pay, and what they are bounded to.
@RestController
@RequestMapping("/api/v1/charges")
@Tag(name = "charges")
class TermsController {
    private static final Scope READ = Scope.read("charges");
    private static final Scope WRITE = Scope.write("charges");

    private static final Problem UNKNOWN =
            Problem.notFound("charges.unknown-customer", "There is no such enterprise.", "没有这家企业。");

    private final CustomerAccounts accounts;
    private final Tenants tenants;
    private final Transactions transactions;

    TermsController(CustomerAccounts accounts, Tenants tenants, Transactions transactions) {
        this.accounts = accounts;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    @GetMapping("/terms")
    @Operation(summary = "Shows whether a customer pays in advance, his credit limit and his caps")
    TermsBody terms(Caller caller, @RequestParam(required = false) @Nullable String tenant) {
        caller.require(READ);
        var whose = ChargedTenant.of(caller, tenant);
        return TermsBody.of(caller.see(transactions, () -> accounts.terms(whose)));
    }

    @PutMapping("/terms/{tenant}")
    @Operation(
            summary = "Agrees with a customer how he pays; for the operator",
            description = "`creditLimit` is for postpaid customers. Caps that are absent are none.")
    TermsBody agree(Caller caller, @PathVariable String tenant, @RequestBody TermsOrder body) {
        caller.requireOperator(WRITE);
        var checks = new Checks();
        var whose = checks.read("tenant", "malformed", tenant, TenantId::of);
        var terms = body.read(checks, whose);
        return TermsBody.of(transactions.asOperator(() -> {
            if (tenants.find(terms.tenant()).isEmpty()) {
                throw new ProblemException(UNKNOWN);
            }
            accounts.agree(terms, caller.name());
            return accounts.terms(terms.tenant());
        }));
    }

    @PutMapping("/caps")
    @Operation(
            summary = "Bounds what one's own calls of a month may cost, and how many they may be",
            description = "The lower one of these and the operator's holds; absent: none of one's own.")
    TermsBody bound(Caller caller, @RequestBody CapsOrder body) {
        caller.require(WRITE);
        var checks = new Checks();
        var cost = CapsOrder.cost(checks, body.costCap());
        var calls = CapsOrder.calls(checks, body.callCap());
        checks.done();
        return TermsBody.of(transactions.asTenant(caller.tenant(), () -> {
            accounts.bound(caller.tenant(), cost, calls, caller.name());
            return accounts.terms(caller.tenant());
        }));
    }
}
