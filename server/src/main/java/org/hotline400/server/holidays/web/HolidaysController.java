package org.hotline400.server.holidays.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Locale;
import org.hotline400.server.holidays.HolidayYear;
import org.hotline400.server.holidays.HolidayYears;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.web.CsvFile;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The official holidays: everybody looks, the operator brings a further year.
@RestController
@RequestMapping("/api/v1/holidays")
@Tag(name = "holidays")
class HolidaysController {
    private static final Scope READ = Scope.read("holidays");
    private static final Scope WRITE = Scope.write("holidays");
    private static final long MOST_BYTES = 64 * 1_024;
    private static final Problem UNKNOWN = Problem.notFound(
            "holidays.unknown-year",
            "The official holidays of this year are not known: it counts as plain weeks. The operator can import them.",
            "该年度的法定节假日尚未录入，按普通周计算；平台运营方可以导入。");
    private static final Problem NOT_IMPORTED =
            Problem.notFound("holidays.not-imported", "This year was not imported.", "该年度没有导入过。");

    private final HolidayYears years;

    HolidaysController(HolidayYears years) {
        this.years = years;
    }

    /// The years that are known, and what is missing.
    record YearList(List<YearBody> items, List<WarningBody> warnings) {}

    /// A year that ought to be known.
    ///
    /// @param message in the language that was asked for
    record WarningBody(int year, String code, String message) {
        static WarningBody of(int year, Locale locale) {
            var message = "zh".equals(locale.getLanguage())
                    ? year + " 年的法定节假日尚未录入，按普通周计算，请平台运营方导入。"
                    : "The official holidays of " + year + " are not known; the operator should import them.";
            return new WarningBody(year, "holidays.missing", message);
        }
    }

    @GetMapping
    @Operation(summary = "Lists the years that are known, and warns of those that ought to be")
    YearList list(Caller caller, Locale locale) {
        caller.require(READ);
        return new YearList(
                years.all().stream().map(YearBody::summary).toList(),
                years.missing().stream()
                        .map(year -> WarningBody.of(year, locale))
                        .toList());
    }

    @GetMapping("/{year}")
    @Operation(summary = "Shows the days off and make-up working days of a year")
    YearBody show(Caller caller, @PathVariable int year) {
        caller.require(READ);
        return years.find(year).map(YearBody::of).orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    @PostMapping(path = "/{year}", consumes = "text/csv")
    @Operation(
            summary = "Takes in a year from a CSV file, instead of what is known of it; for the operator",
            description = "Lines such as 2027-01-01,off,元旦 under date,kind,name; kind is off or work (a make-up working"
                    + " day, on a weekend). Live on all nodes within a second. `dryRun` only checks.")
    YearBody take(
            Caller caller,
            @PathVariable int year,
            @RequestParam(defaultValue = "false") boolean dryRun,
            InputStream body)
            throws IOException {
        caller.requireOperator(WRITE);
        var checks = new Checks();
        var wanted = checks.read("year", "out-of-range", year, HolidayYear::checked);
        checks.done();
        try (var file = CsvFile.receive(body, MOST_BYTES)) {
            var read = years.read(wanted.get(), file, caller.name());
            if (!dryRun) {
                years.store(read);
            }
            return YearBody.of(read);
        }
    }

    @DeleteMapping("/{year}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forgets an imported year; the one in the box, if any, counts again; for the operator")
    void forget(Caller caller, @PathVariable int year) {
        caller.requireOperator(WRITE);
        if (!years.forget(year)) {
            throw new ProblemException(NOT_IMPORTED);
        }
    }
}
