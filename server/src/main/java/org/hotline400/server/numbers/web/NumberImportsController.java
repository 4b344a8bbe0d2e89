package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.numbers.stock.ImportAnswer;
import org.hotline400.server.numbers.stock.ImportOrder;
import org.hotline400.server.numbers.stock.ImportReport;
import org.hotline400.server.numbers.stock.StockFile;
import org.hotline400.server.numbers.stock.StockImports;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Files of numbers that are on sale or not, for the operator.
@RestController
@RequestMapping("/api/v1/number-imports")
@Tag(name = "numbers")
class NumberImportsController {
    private static final Scope READ = Scope.read("numbers");
    private static final Scope WRITE = Scope.write("numbers");
    private static final Problem UNKNOWN =
            Problem.notFound("numbers.unknown-import", "There is no such import.", "没有这次号码导入。");
    private static final Problem BUSY = Problem.conflict(
            "numbers.import-running", "Another file is being taken in; try again soon.", "正在导入另一个号码文件，请稍后重试。");

    private final StockImports imports;

    NumberImportsController(StockImports imports) {
        this.imports = imports;
    }

    @PostMapping(consumes = "text/csv")
    @Operation(
            summary = "Takes in a file of numbers, as a whole or not at all; for the operator",
            description =
                    "Lines of first,last,state,note or number,state,note; a number alone suffices. UTF-8 or GBK, at"
                            + " most 1,000,000 lines and 32 MB. `state` is that of lines that say none. The later import counts."
                            + " `dryRun` tells what would be done, lines that are wrong among it; else any such line refuses the"
                            + " file. The file that was taken in last is not taken in again.")
    ResponseEntity<NumberImportBody> take(
            Caller caller,
            @RequestParam(defaultValue = "") String fileName,
            @RequestParam(defaultValue = "on-sale") String state,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream body)
            throws IOException {
        caller.requireOperator(WRITE);
        var checks = new Checks();
        var name = checks.read("fileName", "malformed", fileName, ImportOrder::checkName);
        var onSale = checks.read("state", "numbers.state", state, NumberState::isOnSale);
        checks.done();
        var order = new ImportOrder(name.get(), onSale.get(), dryRun, caller.name());
        try (var file = StockFile.receive(body)) {
            return switch (imports.take(file, order)) {
                case ImportAnswer.Done(var made) ->
                    ResponseEntity.created(URI.create("/api/v1/number-imports/" + made.number()))
                            .body(NumberImportBody.of(made));
                case ImportAnswer.Repeated(var earlier) -> ResponseEntity.ok(NumberImportBody.repeated(earlier));
                case ImportAnswer.Tried(var report) -> ResponseEntity.ok(tried(file, order, report));
                case ImportAnswer.Busy() -> throw new ProblemException(BUSY);
            };
        }
    }

    private static NumberImportBody tried(StockFile file, ImportOrder order, ImportReport report) {
        return new NumberImportBody(
                null,
                true,
                false,
                order.fileName(),
                file.sha256(),
                file.encoding(),
                NumberState.code(order.onSale()),
                null,
                null,
                report);
    }

    @GetMapping
    @Operation(summary = "Lists the imports, the newest first; for the operator")
    Page<NumberImportBody> list(
            Caller caller,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        var before = checks.readIfPresent("cursor", "malformed", cursor.orElse(null), Integer::valueOf);
        PageLimit.read(checks, limit);
        checks.done();
        return imports.list(before, limit).map(NumberImportBody::of);
    }

    @GetMapping("/{number}")
    @Operation(summary = "Shows an import and what it did; for the operator")
    NumberImportBody show(Caller caller, @PathVariable int number) {
        caller.requireOperator(READ);
        return imports.find(number).map(NumberImportBody::of).orElseThrow(() -> new ProblemException(UNKNOWN));
    }
}
