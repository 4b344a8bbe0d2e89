package org.hotline400.server.billing.advisor.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.Bills;
import org.hotline400.server.billing.advisor.BillReplay;
import org.hotline400.server.billing.advisor.Offer;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Shows what a bill would have been.
@RestController
@RequestMapping("/api/v1/bills/{id}/replay")
@Tag(name = "package advice")
class BillReplayController {
    private static final Scope READ = Scope.read("bills");
    private static final Problem UNKNOWN = Problem.notFound("bills.unknown", "There is no such bill.", "没有这张账单。");
    private static final Problem NOT_OF_A_MONTH = Problem.conflict(
            "bills.not-of-a-month",
            "Only bills of a month can be replayed; this one is of what was paid at the beginning.",
            "只能回放月账单；这是一张开通账单。");

    private final Bills bills;
    private final BillReplay replay;
    private final Tariffs tariffs;
    private final Transactions transactions;
    private final ReplayGate gate;

    BillReplayController(Bills bills, BillReplay replay, Tariffs tariffs, Transactions transactions, ReplayGate gate) {
        this.bills = bills;
        this.replay = replay;
        this.tariffs = tariffs;
        this.transactions = transactions;
        this.gate = gate;
    }

    @GetMapping
    @Operation(
            summary = "Shows what a bill would have been with another package; changes nothing",
            description = "By the same calls: each kind of line before and after, with the difference. `version` is the"
                    + " one that is sold today unless another is named; `termMonths` is one of the package's terms, or 0 for"
                    + " month to month.")
    ReplayedBillBody replay(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam String tariff,
            @RequestParam Optional<Integer> version,
            @RequestParam(defaultValue = "0") int termMonths) {
        caller.require(READ);
        var other = read(tariff, version, termMonths);
        var replayed = gate.pass(() -> caller.see(transactions, () -> {
            var bill = bills.find(new BillId(id)).orElseThrow(() -> new ProblemException(UNKNOWN));
            return replay.replay(bill, other).orElseThrow(() -> new ProblemException(NOT_OF_A_MONTH));
        }));
        return ReplayedBillBody.of(replayed);
    }

    private Offer read(String code, Optional<Integer> version, int termMonths) {
        var checks = new Checks();
        var found = version.map(number -> tariffs.find(code, number)).orElseGet(() -> tariffs.find(code));
        if (found.isEmpty()) {
            checks.add("tariff", "tariffs.unknown", "there is no package " + code, "没有套餐 " + code + "。");
        }
        found.filter(one -> termMonths != 0 && one.term(termMonths).isEmpty())
                .ifPresent(one -> checks.add(
                        "termMonths",
                        "tariffs.term",
                        "is 0 or one of " + terms(one) + "; was " + termMonths,
                        "应为 0 或 " + terms(one) + " 之一，收到的是 " + termMonths + "。"));
        checks.done();
        var other = found.orElseThrow();
        return new Offer(other, termMonths, other.rent(termMonths));
    }

    private static String terms(Tariff tariff) {
        return tariff.terms().stream()
                .map(term -> Integer.toString(term.months()))
                .reduce((one, more) -> one + ", " + more)
                .orElse("");
    }
}
