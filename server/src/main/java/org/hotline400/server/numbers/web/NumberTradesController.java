package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.numbers.meaning.Trade;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The trades that a search by meaning knows. The same for everybody.
@RestController
@RequestMapping("/api/v1/number-trades")
@Tag(name = "numbers")
class NumberTradesController {

    @GetMapping
    @Operation(summary = "Lists the trades whose habits a search by meaning follows")
    @SecurityRequirements
    Page<NamedBody> list() {
        return new Page<>(Trade.all(), Optional.empty()).map(NamedBody::of);
    }
}
