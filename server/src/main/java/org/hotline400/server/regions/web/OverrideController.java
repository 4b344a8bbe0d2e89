package org.hotline400.server.regions.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.regions.RegionOverride;
import org.hotline400.server.regions.internal.LiveRegions;
import org.hotline400.server.regions.internal.StoredOverrides;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The operator's overrides: what a prefix or a number is, whatever files and library say.
@RestController
@RequestMapping("/api/v1/regions/overrides")
@Tag(name = "regions")
class OverrideController {
    private static final Scope READ = Scope.read("regions");
    private static final Scope WRITE = Scope.write("regions");
    private static final Problem UNKNOWN =
            Problem.notFound("regions.unknown-override", "There is no override of this prefix.", "没有该号段的归属地覆盖规则。");
    private static final Problem TOO_MANY = Problem.conflict(
            "regions.too-many-overrides",
            "There are 10,000 overrides already; import a segment file instead.",
            "归属地覆盖规则已达 10000 条上限，请改为导入号段文件。");

    private final StoredOverrides overrides;
    private final LiveRegions live;

    OverrideController(StoredOverrides overrides, LiveRegions live) {
        this.overrides = overrides;
        this.live = live;
    }

    @GetMapping
    @Operation(summary = "Lists the overrides by prefix; for the operator")
    Page<OverrideBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        var after = checks.readIfPresent("cursor", "malformed", cursor, RegionOverride::checkPrefix);
        PageLimit.read(checks, limit);
        checks.done();
        return Page.of(overrides.page(after.orElse(""), limit + 1), limit, RegionOverride::prefix)
                .map(OverrideBody::of);
    }

    @GetMapping("/{prefix}")
    @Operation(summary = "Shows one override; for the operator")
    OverrideBody show(Caller caller, @PathVariable String prefix) {
        caller.requireOperator(READ);
        return overrides.find(prefix).map(OverrideBody::of).orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    @PutMapping("/{prefix}")
    @Operation(summary = "Says where a prefix or a number is at home; for the operator")
    OverrideBody put(Caller caller, @PathVariable String prefix, @RequestBody OverrideBody body) {
        caller.requireOperator(WRITE);
        var override = body.read(prefix);
        return switch (overrides.put(override, caller.name())) {
            case DONE -> {
                live.refresh();
                yield OverrideBody.of(override);
            }
            case TOO_MANY -> throw new ProblemException(TOO_MANY);
        };
    }

    @DeleteMapping("/{prefix}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes an override; for the operator")
    void remove(Caller caller, @PathVariable String prefix) {
        caller.requireOperator(WRITE);
        if (!overrides.remove(prefix)) {
            throw new ProblemException(UNKNOWN);
        }
        live.refresh();
    }
}
