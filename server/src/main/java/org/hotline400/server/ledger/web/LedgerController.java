package org.hotline400.server.ledger.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.ledger.Account;
import org.hotline400.server.ledger.AccountId;
import org.hotline400.server.ledger.Entry;
import org.hotline400.server.ledger.Ledger;
import org.hotline400.server.ledger.PlatformAccount;
import org.hotline400.server.ledger.Unit;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The books, for the operator's finance staff. Nothing is posted here: that is done by what money moves for.
@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "ledger")
class LedgerController {
    private static final Scope READ = Scope.read("ledger");
    private static final Instant FOREVER = IsoText.instant("9999-01-01T00:00:00Z");
    private static final Problem UNKNOWN =
            Problem.notFound("ledger.unknown-account", "There is no such account.", "没有这个账户。");

    private final Ledger ledger;
    private final Transactions transactions;
    private final Clock clock;

    LedgerController(Ledger ledger, Transactions transactions, Clock clock) {
        this.ledger = ledger;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/accounts")
    @Operation(
            summary = "Lists the accounts of a tenant with their balances; for the operator",
            description = "Those whose purpose begins with `purpose`: `funds`, or `minutes/` for bundled seconds.")
    List<AccountBody> accounts(
            Caller caller, @RequestParam UUID tenant, @RequestParam(defaultValue = "") String purpose) {
        caller.requireOperator(READ);
        return transactions.asOperator(() -> ledger.list(new TenantId(tenant), purpose)).stream()
                .map(AccountBody::of)
                .toList();
    }

    @GetMapping("/accounts/{account}/entries")
    @Operation(
            summary = "Lists an account's entries, the newest first; for the operator",
            description = "`account` is the id of a customer's account or the code of one of the platform's, such as"
                    + " `revenue`. `from` (including) and `to` (excluding) are instants at which entries count.")
    Page<EntryBody> entries(
            Caller caller,
            @PathVariable String account,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to,
            @RequestParam @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        var start = checks.readIfPresent("from", "malformed", from, LedgerController::instant);
        var end = checks.readIfPresent("to", "malformed", to, LedgerController::instant);
        var before = checks.readIfPresent("cursor", "malformed", cursor, LedgerController::place);
        PageLimit.read(checks, limit);
        checks.done();
        return transactions.asOperator(() -> {
            var named = named(account);
            var rows = ledger.entries(named.id(), start.orElse(Instant.EPOCH), end.orElse(FOREVER), before, limit + 1);
            return Page.of(rows, limit, (Entry last) -> Long.toString(last.id()))
                    .map(entry -> EntryBody.of(entry, named.unit()));
        });
    }

    private static Instant instant(String text) {
        try {
            return IsoText.instant(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is an instant such as 2026-11-01T00:00:00+08:00", e);
        }
    }

    private static Long place(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is what a page had as `next`", e);
        }
    }

    private record Named(AccountId id, Unit unit) {}

    private Named named(String account) {
        return PlatformAccount.of(account)
                .map(own -> new Named(own.id(), own.unit()))
                .or(() -> customer(account).map(one -> new Named(one.id(), one.unit())))
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private Optional<Account> customer(String account) {
        try {
            return ledger.find(new AccountId(UUID.fromString(account)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @GetMapping("/trial-balance")
    @Operation(
            summary = "Adds up all accounts; for the operator",
            description = "Each of the platform's, and those of all customers by purpose, of what counts before the"
                    + " instant `before` (default: now). In each unit debits equal credits.")
    TrialBalanceBody trialBalance(Caller caller, @RequestParam @Nullable String before) {
        caller.requireOperator(READ);
        var checks = new Checks();
        var until = checks.readIfPresent("before", "malformed", before, LedgerController::instant);
        checks.done();
        return TrialBalanceBody.of(transactions.asOperator(() -> ledger.trialBalance(until.orElseGet(clock::instant))));
    }
}
