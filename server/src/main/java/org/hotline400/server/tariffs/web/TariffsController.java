package org.hotline400.server.tariffs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.web.ProblemException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The packages, for everybody.
@RestController
@RequestMapping("/api/v1/tariffs")
@Tag(name = "tariffs")
class TariffsController {
    private final Tariffs tariffs;
    private final Clock clock;

    TariffsController(Tariffs tariffs, Clock clock) {
        this.tariffs = tariffs;
        this.clock = clock;
    }

    /// Open to visitors: it takes no caller.
    @GetMapping
    @SecurityRequirements
    @Operation(
            summary = "Lists the packages on sale, the cheapest first",
            description = "With prices, terms, conditions and features: all that one needs to compare them.")
    Page<TariffBody> list() {
        return new Page<>(tariffs.onSale(), Optional.empty()).map(tariff -> TariffBody.of(tariff, tariffs));
    }

    /// Open to visitors, who may have a contract of an older edition.
    @GetMapping("/{code}/{version}")
    @SecurityRequirements
    @Operation(summary = "Shows an edition of a package that is sold or was sold")
    TariffBody show(@PathVariable String code, @PathVariable int version) {
        var today = LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
        return tariffs.find(code, version)
                .filter(tariff -> !tariff.starts().isAfter(today))
                .map(tariff -> TariffBody.of(tariff, tariffs))
                .orElseThrow(() -> new ProblemException(EditionsController.UNKNOWN));
    }
}
