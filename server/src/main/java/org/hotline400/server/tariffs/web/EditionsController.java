package org.hotline400.server.tariffs.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.tariffs.Editions;
import org.hotline400.server.tariffs.Editions.Withdrawal;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The operator adds editions of packages and takes them away again while they have not begun.
@RestController
@RequestMapping("/api/v1/tariffs")
@Tag(name = "tariffs")
class EditionsController {
    static final Problem UNKNOWN =
            Problem.notFound("tariffs.unknown", "There is no such edition of a package.", "没有该版本的套餐。");
    private static final Problem SOLD = Problem.conflict(
            "tariffs.sold",
            "This edition has begun, or is in the box: it never changes. Add a later version.",
            "该版本已生效或为内置套餐，不能更改；请新增一个版本。");
    private static final String YAML = "application/yaml";
    private static final Scope READ = Scope.read("tariffs");
    private static final Scope WRITE = Scope.write("tariffs");

    private final Editions editions;
    private final Tariffs tariffs;

    EditionsController(Editions editions, Tariffs tariffs) {
        this.editions = editions;
        this.tariffs = tariffs;
    }

    @GetMapping(value = "/export", produces = YAML)
    @Operation(
            summary = "Writes all editions as YAML, those to come included; for the operator",
            description = "Of one package with `code`. What it writes can be imported.")
    String export(Caller caller, @RequestParam @Nullable String code) {
        caller.requireOperator(READ);
        return editions.exportYaml(tariffs.editions().stream()
                .filter(edition -> code == null || edition.code().equals(code))
                .toList());
    }

    @PostMapping(
            value = "/import",
            consumes = {YAML, MediaType.APPLICATION_JSON_VALUE})
    @Operation(
            summary = "Adds editions of packages from YAML or JSON; for the operator",
            description = "What begins with a brace is read as JSON. All of them or, when anything is wrong, none;"
                    + " everything that is wrong is told with its path. An edition that has not begun is replaced by one"
                    + " with its code and version; one that has begun never changes. Safe to send twice.")
    Page<TariffBody> add(Caller caller, @RequestBody String document) {
        caller.requireOperator(WRITE);
        var imported = document.stripLeading().startsWith("{")
                ? editions.importJson(document, caller.name())
                : editions.importYaml(document, caller.name());
        return new Page<>(imported, Optional.empty()).map(edition -> TariffBody.of(edition, tariffs));
    }

    @DeleteMapping("/{code}/{version}")
    @Operation(summary = "Withdraws an edition that has not begun; for the operator")
    TariffBody withdraw(Caller caller, @PathVariable String code, @PathVariable int version) {
        caller.requireOperator(WRITE);
        return switch (editions.withdraw(code, version)) {
            case Withdrawal.Done(var edition) -> TariffBody.of(edition, tariffs);
            case Withdrawal.Unknown() -> throw new ProblemException(UNKNOWN);
            case Withdrawal.Sold _ -> throw new ProblemException(SOLD);
        };
    }
}
