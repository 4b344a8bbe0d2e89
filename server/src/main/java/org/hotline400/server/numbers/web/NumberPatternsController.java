package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.numbers.grading.PatternKind;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The patterns that a search knows. The same for everybody.
@RestController
@RequestMapping("/api/v1/number-patterns")
@Tag(name = "number shop")
class NumberPatternsController {

    @GetMapping
    @SecurityRequirements
    @Operation(summary = "Lists the patterns that numbers are graded by")
    Page<NamedBody> list() {
        return new Page<>(List.of(PatternKind.values()), Optional.empty()).map(NamedBody::of);
    }
}
