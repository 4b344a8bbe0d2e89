package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.numbers.stock.Segment;
import org.hotline400.server.numbers.stock.Segments;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The carriers' segments: everybody looks, the operator changes them.
@RestController
@RequestMapping("/api/v1/number-segments")
@Tag(name = "numbers")
class NumberSegmentsController {
    private static final Problem UNKNOWN = Problem.notFound(
            "numbers.unknown-segment", "The operator has said nothing of this prefix.", "运营方没有设置过该号段。");

    private final Segments segments;

    NumberSegmentsController(Segments segments) {
        this.segments = segments;
    }

    record SegmentList(List<SegmentBody> items) {
        static SegmentList of(Segments segments) {
            return new SegmentList(segments.all().stream().map(SegmentBody::of).toList());
        }
    }

    @GetMapping
    @Operation(
            summary = "Lists the carriers' segments by prefix and day",
            description = "Of several that fit a number, the longest prefix counts. What has no carrier is off sale.")
    SegmentList list(Caller caller) {
        caller.require(Scope.read("numbers"));
        return SegmentList.of(segments);
    }

    @PutMapping("/{prefix}")
    @Operation(
            summary = "Says what holds of a prefix from when to when, instead of all that held; for the operator",
            description =
                    "A prefix has four to seven digits that begin with 400. Days are Shanghai's; `to` is the first"
                            + " day that a period no longer holds.")
    SegmentList put(Caller caller, @PathVariable String prefix, @RequestBody SegmentOrder body) {
        caller.requireOperator(Scope.write("numbers"));
        segments.put(prefix, body.read(prefix), caller.name());
        return of(prefix);
    }

    private SegmentList of(String prefix) {
        return new SegmentList(SegmentList.of(segments).items().stream()
                .filter(one -> one.prefix().equals(prefix))
                .toList());
    }

    @DeleteMapping("/{prefix}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forgets what was said of a prefix: the box's segment, if any, counts again; for the operator")
    void forget(Caller caller, @PathVariable String prefix) {
        caller.requireOperator(Scope.write("numbers"));
        var checks = new Checks();
        checks.read("prefix", "numbers.segment", prefix, Segment::checkPrefix);
        checks.done();
        if (!segments.forget(prefix)) {
            throw new ProblemException(UNKNOWN);
        }
    }
}
