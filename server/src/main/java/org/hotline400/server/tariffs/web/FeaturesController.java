package org.hotline400.server.tariffs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.tariffs.Feature;
import org.hotline400.server.tariffs.entitlements.BoughtOption;
import org.hotline400.server.tariffs.entitlements.FeatureUsage;
import org.hotline400.server.tariffs.entitlements.Features;
import org.hotline400.server.tariffs.entitlements.OptionChange;
import org.hotline400.server.tariffs.entitlements.OptionOrder;
import org.hotline400.server.tariffs.entitlements.Options;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What a number may use, and the options beside its package.
@RestController
@RequestMapping("/api/v1/numbers/{number}")
@Tag(name = "contracts")
class FeaturesController {
    private static final Scope READ = Scope.read("contracts");
    private static final Scope WRITE = Scope.write("contracts");
    private static final int LONGEST_KEY = 100;
    private static final Problem UNKNOWN_NUMBER =
            Problem.notFound("numbers.unknown", "You have no such number.", "您没有这个号码。");

    private final HotlineNumbers numbers;
    private final Features features;
    private final FeatureUsage usage;
    private final Options options;
    private final Transactions transactions;
    private final Clock clock;

    FeaturesController(
            HotlineNumbers numbers,
            Features features,
            FeatureUsage usage,
            Options options,
            Transactions transactions,
            Clock clock) {
        this.numbers = numbers;
        this.features = features;
        this.usage = usage;
        this.options = options;
        this.transactions = transactions;
        this.clock = clock;
    }

    @GetMapping("/features")
    @Operation(
            summary =
                    "Shows what a number may use today, what can be bought beside it, and what is paid for and unused",
            description = "A number without a contract may use everything.")
    FeaturesBody show(Caller caller, @PathVariable String number) {
        caller.require(READ);
        var held = held(caller, number);
        var unused = usage.unused(held.holder(), held.number()).stream()
                .map(FeatureUsage.Unused::feature)
                .toList();
        return FeaturesBody.of(
                held.number(),
                features.standing(held.number()),
                feature -> usage.paths(held.holder(), held.number(), feature),
                unused);
    }

    /// @param feature its text code: `recording`
    record OptionRequest(@Nullable String feature) {}

    @PostMapping("/options")
    @Operation(
            summary = "Buys a feature beside the number's package, from today on",
            description =
                    "At the price of today, charged by day, this day included. 201; 200 when it was bought before."
                            + " 409 `contracts.none`, `contracts.feature-included`, `contracts.feature-not-offered`.")
    ResponseEntity<OptionBody> buy(
            Caller caller,
            @PathVariable String number,
            @RequestHeader("Idempotency-Key") Optional<String> key,
            @RequestBody OptionRequest body) {
        caller.require(WRITE);
        var held = held(caller, number);
        var checks = new Checks();
        var wanted = checks.read("feature", "contracts.feature", body.feature(), Feature::of);
        var by = by(caller, key, checks);
        checks.done();
        var order = new OptionOrder(held.number(), wanted.get(), by);
        return answer(caller.see(transactions, () -> options.buy(order)), HttpStatus.CREATED);
    }

    @DeleteMapping("/options/{feature}")
    @Operation(
            summary = "Drops a feature at the end of today",
            description = "Today is charged and it can be used until midnight. 409 `contracts.feature-in-use` with the"
                    + " places where the live plan uses it; with `force` it is dropped all the same, and calls pass over"
                    + " these places.")
    ResponseEntity<OptionBody> drop(
            Caller caller,
            @PathVariable String number,
            @PathVariable String feature,
            @RequestParam(defaultValue = "false") boolean force,
            @RequestHeader("Idempotency-Key") Optional<String> key) {
        caller.require(WRITE);
        var held = held(caller, number);
        var checks = new Checks();
        var dropped = checks.read("feature", "contracts.feature", feature, Feature::of);
        var by = by(caller, key, checks);
        checks.done();
        var order = new OptionOrder(held.number(), dropped.get(), by);
        return answer(caller.see(transactions, () -> options.drop(order, force)), HttpStatus.OK);
    }

    private OptionOrder.By by(Caller caller, Optional<String> key, Checks checks) {
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            checks.add(
                    "Idempotency-Key",
                    "malformed",
                    "has 1 to " + LONGEST_KEY + " characters",
                    "长度为 1 到 " + LONGEST_KEY + " 个字符。");
        }
        return new OptionOrder.By(caller.name(), clock.instant(), key);
    }

    private record Held(TenantId holder, HotlineNumber number) {}

    private Held held(Caller caller, String text) {
        var checks = new Checks();
        var number = checks.read("number", "numbers.malformed", text, HotlineNumber::parse);
        checks.done();
        return numbers.find(number.get())
                .map(known -> new Held(known.tenant(), known.number()))
                .filter(held -> caller.isOperator() || held.holder().equals(caller.tenant()))
                .orElseThrow(() -> new ProblemException(UNKNOWN_NUMBER));
    }

    private ResponseEntity<OptionBody> answer(OptionChange change, HttpStatus done) {
        return switch (change) {
            case OptionChange.Done(var option) -> seen(option, done);
            case OptionChange.AsBefore(var option) -> seen(option, HttpStatus.OK);
            case OptionChange.NoContract _ -> throw new ProblemException(OptionProblems.NO_CONTRACT);
            case OptionChange.Included _ -> throw new ProblemException(OptionProblems.INCLUDED);
            case OptionChange.NotOffered _ -> throw new ProblemException(OptionProblems.NOT_OFFERED);
            case OptionChange.NotBought _ -> throw new ProblemException(OptionProblems.NOT_BOUGHT);
            case OptionChange.KeyUsed _ -> throw new ProblemException(OptionProblems.KEY_USED);
            case OptionChange.InUse(List<String> paths) -> throw new ProblemException(OptionProblems.inUse(paths));
        };
    }

    /// Who buys a feature and publishes a plan with it the next moment shall not wait for the news to go round.
    private ResponseEntity<OptionBody> seen(BoughtOption option, HttpStatus status) {
        features.refresh();
        return ResponseEntity.status(status).body(OptionBody.of(option));
    }
}
