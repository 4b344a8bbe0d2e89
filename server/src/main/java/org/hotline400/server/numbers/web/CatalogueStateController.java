package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.numbers.shop.NumberShop;
import org.hotline400.server.numbers.shop.ShopState;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// How the catalogue of this node does, for the operator.
@RestController
@RequestMapping("/api/v1/number-catalogue")
@Tag(name = "number shop")
class CatalogueStateController {
    private final NumberShop shop;

    CatalogueStateController(NumberShop shop) {
        this.shop = shop;
    }

    /// @param open whether numbers can be searched
    /// @param builtMs how long the index took to make; absent until it stands
    /// @param indexBytes memory of the index
    /// @param followedAt when the last change was brought in
    /// @param followedMs how long that took
    /// @param catalogues how many catalogues were made since the start, one for each bundle of changes
    record CatalogueStateBody(
            boolean open,
            Optional<Long> builtMs,
            long indexBytes,
            Optional<Instant> followedAt,
            long followedMs,
            long catalogues) {
        static CatalogueStateBody of(ShopState state) {
            return new CatalogueStateBody(
                    state.isOpen(),
                    state.builtIn().map(Duration::toMillis),
                    state.indexBytes(),
                    state.followedAt(),
                    state.followedIn().toMillis(),
                    state.catalogues());
        }
    }

    @GetMapping
    @Operation(summary = "Whether this node's catalogue stands, and how it follows changes; for the operator")
    CatalogueStateBody state(Caller caller) {
        caller.requireOperator(Scope.read("numbers"));
        return CatalogueStateBody.of(shop.state());
    }
}
