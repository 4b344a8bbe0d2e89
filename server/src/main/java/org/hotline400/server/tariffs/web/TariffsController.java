package org.hotline400.server.tariffs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.tariffs.Tariffs;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The packages, for everybody.
@RestController
@RequestMapping("/api/v1/tariffs")
@Tag(name = "tariffs")
class TariffsController {
    private final Tariffs tariffs;

    TariffsController(Tariffs tariffs) {
        this.tariffs = tariffs;
    }

    /// Open to visitors: it takes no caller.
    @GetMapping
    @SecurityRequirements
    @Operation(summary = "Lists the packages on sale, the cheapest first")
    Page<TariffBody> list() {
        return new Page<>(tariffs.onSale(), Optional.empty()).map(tariff -> TariffBody.of(tariff, tariffs));
    }
}
