package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.numbers.prices.PriceListDocument;
import org.hotline400.server.numbers.prices.PriceLists;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The price lists of numbers: everybody with a key sees the one in force, the operator publishes the next.
@RestController
@RequestMapping("/api/v1/number-prices")
@Tag(name = "numbers")
class NumberPricesController {
    private static final Scope READ = Scope.read("numbers");
    private static final Problem UNKNOWN =
            Problem.notFound("numbers.unknown-price-list", "There is no price list of this number.", "没有该编号的价目表。");

    private final PriceLists lists;

    NumberPricesController(PriceLists lists) {
        this.lists = lists;
    }

    /// @param inForce the one that counts now
    /// @param items those that the operator published, the one that begins last first
    record PriceListList(PriceListBody inForce, List<PriceListBody> items) {}

    @GetMapping
    @Operation(summary = "Lists the published price lists and shows the one in force; for the operator")
    PriceListList list(Caller caller) {
        caller.requireOperator(READ);
        var now = lists.now();
        return new PriceListList(
                PriceListBody.inForce(now),
                lists.published().stream()
                        .map(one -> PriceListBody.of(one, now))
                        .toList());
    }

    @GetMapping("/in-force")
    @Operation(summary = "Shows the price list in force")
    PriceListBody inForce(Caller caller) {
        caller.require(READ);
        return PriceListBody.inForce(lists.now());
    }

    @GetMapping("/{number}")
    @Operation(summary = "Shows a published price list; for the operator")
    PriceListBody show(Caller caller, @PathVariable int number) {
        caller.requireOperator(READ);
        return lists.find(number)
                .map(one -> PriceListBody.of(one, lists.now()))
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Publishes a price list; for the operator",
            description =
                    "It is in force from `from` on (today when missing) until another begins. Each class has one row"
                            + " without `pattern`; of the rows that fit a number the dearest counts. A list is never changed:"
                            + " publish another with the same first day to replace one.")
    PriceListBody publish(Caller caller, @RequestBody PriceListDocument body) {
        caller.requireOperator(Scope.write("numbers"));
        var published = lists.publish(body, caller.name());
        return PriceListBody.of(published, lists.now());
    }
}
