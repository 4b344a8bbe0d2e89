package org.hotline400.server.statistics.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.statistics.CallStatistics;
import org.hotline400.server.statistics.CallerStatistics;
import org.hotline400.server.statistics.Question;
import org.hotline400.server.web.CsvLine;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Figures of calls as tables for spreadsheets.
@RestController
@RequestMapping("/api/v1/statistics")
@Tag(name = "statistics")
class StatisticsFileController {
    private static final String CSV = "text/csv";
    private static final int MOST_CALLERS = 10_000;

    private final Asking asking;
    private final CallStatistics calls;
    private final CallerStatistics callers;

    StatisticsFileController(Asking asking, CallStatistics calls, CallerStatistics callers) {
        this.asking = asking;
        this.calls = calls;
        this.callers = callers;
    }

    /// Which table.
    enum Table {
        WEEK("weekday,hour,calls,answered,missed,calls_before"),
        DAYS("day,calls,answered,missed,calls_before"),
        LENGTHS("from_seconds,until_seconds,calls,calls_before"),
        REASONS("reason,calls,calls_before"),
        REGIONS("province,city,calls,answered,missed,calls_before"),
        MENUS("number,step,did,key,next,turns"),
        CALLERS("caller,province,city,calls,answered,talk_seconds,last_at"),
        MISSED("call,number,caller,province,city,started_at,end_reason,times");

        private final String head;

        Table(String head) {
            this.head = head;
        }

        String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Table of(String code) {
            return Arrays.stream(values())
                    .filter(table -> table.code().equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("is one of "
                            + Arrays.stream(values()).map(Table::code).collect(Collectors.joining(", "))));
        }
    }

    @Operation(
            summary = "One table of a period's figures as a CSV file",
            description =
                    "`table` is week, days, lengths, reasons, regions, menus, callers or missed; of callers 10,000"
                            + " at most.")
    @GetMapping(path = "/export", produces = CSV)
    @Reveals(Reveals.CLEAR_NUMBERS)
    ResponseEntity<String> file(
            Caller caller,
            @RequestParam String table,
            @RequestParam String from,
            @RequestParam String to,
            @RequestParam Optional<String> number) {
        var checks = new Checks();
        var wanted = checks.read("table", "unknown", table, Table::of);
        var question = asking.question(caller, from, to, number, checks);
        boolean clear = caller.may(StatisticsController.CLEAR);
        var lines = asking.answer(
                caller,
                () -> lines(wanted.get(), question, clear).map(CsvLine::join).collect(Collectors.joining()));
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", StandardCharsets.UTF_8))
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        "attachment; filename=\"" + wanted.get().code() + ".csv\"")
                .body("\uFEFF" + wanted.get().head + "\r\n" + lines);
    }

    private Stream<List<String>> lines(Table table, Question question, boolean clear) {
        return switch (table) {
            case WEEK ->
                figures(question).week().stream()
                        .map(one -> fields(
                                one.weekday(),
                                one.hour(),
                                one.calls(),
                                one.answered(),
                                one.missed(),
                                one.callsBefore()));
            case DAYS ->
                figures(question).days().stream()
                        .map(one -> fields(one.day(), one.calls(), one.answered(), one.missed(), one.callsBefore()));
            case LENGTHS ->
                figures(question).lengths().stream()
                        .map(one -> fields(
                                one.fromSeconds(),
                                one.untilSeconds() == null ? "" : one.untilSeconds(),
                                one.calls(),
                                one.callsBefore()));
            case REASONS ->
                figures(question).reasons().stream().map(one -> fields(one.reason(), one.calls(), one.callsBefore()));
            case REGIONS -> figures(question).provinces().stream().flatMap(StatisticsFileController::cities);
            case MENUS -> calls.menus(question).stream().map(MenuBody::of).flatMap(StatisticsFileController::turns);
            case CALLERS ->
                callers.top(question, MOST_CALLERS).stream()
                        .map(one -> CallerBody.of(one, clear))
                        .map(one -> fields(
                                one.caller(),
                                one.province(),
                                one.city(),
                                one.calls(),
                                one.answered(),
                                one.talkSeconds(),
                                one.lastAt()));
            case MISSED ->
                callers.toReturn(question, MOST_CALLERS).stream()
                        .map(one -> MissedBody.of(one, clear))
                        .map(one -> fields(
                                one.call(),
                                one.number(),
                                one.caller(),
                                one.province(),
                                one.city(),
                                one.startedAt(),
                                one.endReason(),
                                one.times()));
        };
    }

    private FiguresBody figures(Question question) {
        return FiguresBody.of(question.period(), calls.figures(question));
    }

    private static Stream<List<String>> cities(FiguresBody.ProvinceBody province) {
        return province.cities().stream()
                .map(city -> fields(
                        province.province(),
                        city.city(),
                        city.calls(),
                        city.answered(),
                        city.missed(),
                        city.callsBefore()));
    }

    private static Stream<List<String>> turns(MenuBody step) {
        var choices = step.choices().stream()
                .map(one -> fields(step.number(), step.step(), "pressed", one.key(), one.next(), one.turns()));
        return Stream.concat(
                choices,
                Stream.of(
                        fields(step.number(), step.step(), "undecided", "", "", step.undecided()),
                        fields(step.number(), step.step(), "left", "", "", step.left())));
    }

    private static List<String> fields(Object... values) {
        return Arrays.stream(values).map(String::valueOf).toList();
    }
}
