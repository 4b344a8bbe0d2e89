package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.security.SecurityRequirements;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Arrays;
import java.util.List;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.meaning.Trade;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// The words that a search understands, for whoever builds a page around it. Nobody needs a key for it.
@RestController
@RequestMapping("/api/v1")
@Tag(name = "number shop")
@SecurityRequirements
class ShopWordsController {

    @GetMapping("/number-classes")
    @Operation(summary = "The classes that numbers are sold in")
    List<NamedBody> classes() {
        return Arrays.stream(NumberClass.values()).map(NamedBody::of).toList();
    }

    @GetMapping("/number-patterns")
    @Operation(summary = "The patterns that numbers are graded by, the strongest first")
    List<NamedBody> patterns() {
        return Arrays.stream(PatternKind.values()).map(NamedBody::of).toList();
    }

    @GetMapping("/number-trades")
    @Operation(summary = "The trades whose habits a search by meaning knows")
    List<NamedBody> trades() {
        return Trade.all().stream().map(NamedBody::of).toList();
    }
}
