package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.catalogue.Facets;
import org.hotline400.server.numbers.catalogue.Found;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.catalogue.Offer;
import org.hotline400.server.numbers.meaning.Meanings;
import org.hotline400.server.numbers.shop.NumberShop;
import org.hotline400.server.numbers.shop.ShopWindow;
import org.hotline400.server.numbers.stock.Stock;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Visitors look for a number. Nobody needs a key for it.
@RestController
@RequestMapping("/api/v1/numbers")
@Tag(name = "number shop")
class ShopController {
    private static final Problem NOT_READY = new Problem(
            503,
            "numbers.catalogue-not-ready",
            "The catalogue is being made; it takes some seconds after a start.",
            "号码目录正在生成，启动后需要几秒钟，请稍后再试。");
    private static final Duration SOON = Duration.ofSeconds(1);
    /// That are shown instead of a number that cannot be had.
    private static final int SIMILAR = 3;

    private static final int BEHIND_400 = 3;

    private final NumberShop shop;
    private final SearchGate gate;
    private final Meanings meanings;
    private final NumberDirectory numbers;
    private final Stock stock;
    private final Clock clock;

    ShopController(
            NumberShop shop, SearchGate gate, Meanings meanings, NumberDirectory numbers, Stock stock, Clock clock) {
        this.shop = shop;
        this.gate = gate;
        this.meanings = meanings;
        this.numbers = numbers;
        this.stock = stock;
        this.clock = clock;
    }

    @GetMapping("/search")
    @SecurityRequirements
    @SearchOperation
    SearchBody search(@Parameter(hidden = true) @RequestParam MultiValueMap<String, String> sent) {
        var window = window();
        var now = clock.instant();
        var checks = new Checks();
        var search = SearchReading.read(SearchParameters.read(sent, checks), checks, window, meanings, now);
        return SearchBody.of(search, gate.pass(() -> find(search, window)), window, now);
    }

    private ShopWindow window() {
        return shop.window().orElseThrow(() -> new ProblemException(NOT_READY, SOON));
    }

    private static Found find(Search search, ShopWindow window) {
        if (!search.isUnsayable()) {
            return window.catalogue().search(search.query());
        }
        var others = window.catalogue().search(search.query()).offers();
        var facets = new Facets(Map.of(), Map.of(), Map.of(), Map.of(), Map.of());
        return new Found(
                List.of(),
                0,
                facets,
                Optional.empty(),
                others.stream().limit(SIMILAR).toList());
    }

    @GetMapping("/{number}/offer")
    @SecurityRequirements
    @Operation(
            summary = "Explains a number, and says whether it can be had now",
            description = "Open to visitors. Never says who has a number. What is available can be taken by somebody"
                    + " else a moment later; a hold keeps it.")
    NumberOfferBody offer(@PathVariable String number) {
        var checks = new Checks();
        var read = checks.read("number", "numbers.malformed", number, HotlineNumber::parse);
        checks.done();
        var window = window();
        var now = clock.instant();
        var availability = Availability.of(numbers.find(read.get()), stock.isOnSale(read.get()));
        var similar = availability == Availability.AVAILABLE
                ? List.<Offer>of()
                : gate.pass(() -> similar(read.get(), window));
        return new NumberOfferBody(
                availability.body(),
                OfferBody.of(explained(read.get(), window), window, now),
                similar.stream().map(offer -> OfferBody.of(offer, window, now)).toList());
    }

    /// With all that the number says.
    private Offer explained(HotlineNumber number, ShopWindow window) {
        var offer = window.catalogue().offer(number);
        return new Offer(
                number,
                offer.grade(),
                offer.numberClass(),
                offer.price(),
                offer.carrier(),
                offer.promotions(),
                meanings.saidBy(number.digits().substring(BEHIND_400)));
    }

    private static List<Offer> similar(HotlineNumber number, ShopWindow window) {
        var exactly = NumberQuery.ANY.withDigits(DigitReading.exactly(number));
        return window.catalogue().search(exactly).similar().stream()
                .limit(SIMILAR)
                .toList();
    }
}
