package org.hotline400.server.numbers.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Comparator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.numbers.meaning.Meanings;
import org.hotline400.server.numbers.meaning.NumberWord;
import org.hotline400.server.numbers.meaning.NumberWords;
import org.hotline400.server.numbers.meaning.OperatorWords;
import org.hotline400.server.numbers.meaning.Trade;
import org.hotline400.server.numbers.meaning.WordChange;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The dictionary of number words: the jar's, as the operator extends, changes and shortens it.
@RestController
@RequestMapping("/api/v1/number-words")
@Tag(name = "numbers")
class NumberWordsController {
    private static final Scope READ = Scope.read("numbers");
    private static final Scope WRITE = Scope.write("numbers");
    private static final Problem UNKNOWN = Problem.notFound(
            "numbers.unknown-word", "The dictionary has no such word with these digits.", "词典中没有这个词与数字的对应。");
    private static final Problem UNCHANGED =
            Problem.notFound("numbers.unchanged-word", "The operator has not changed this entry.", "运营方没有修改过这个词条。");
    private static final Problem TOO_MANY = Problem.conflict(
            "numbers.too-many-words",
            "There are 5,000 words of the operator already; remove some first.",
            "运营方词条已达 5000 条上限，请先删除一些。");
    private static final Comparator<NumberWordBody> ORDER =
            Comparator.comparing(NumberWordBody::word).thenComparing(NumberWordBody::digits);

    private final Meanings meanings;
    private final OperatorWords stored;

    NumberWordsController(Meanings meanings, OperatorWords stored) {
        this.meanings = meanings;
        this.stored = stored;
    }

    private record Key(String word, String digits) {
        static Key read(String word, String digits) {
            var checks = new Checks();
            var checkedWord = checks.read("word", "numbers.word", word, NumberWord::written);
            var checkedDigits = checks.read("digits", "numbers.digits", digits, NumberWord::checkDigits);
            checks.done();
            return new Key(checkedWord.get(), checkedDigits.get());
        }

        /// Reads `一路发:168`.
        static Key parse(String cursor) {
            int colon = cursor.lastIndexOf(':');
            if (colon < 0) {
                throw new IllegalArgumentException("is no cursor of this list");
            }
            return new Key(cursor.substring(0, colon), cursor.substring(colon + 1));
        }

        static String cursor(NumberWordBody body) {
            return body.word() + ":" + body.digits();
        }

        boolean isOf(NumberWordBody body) {
            return word.equals(body.word()) && digits.equals(body.digits());
        }

        boolean isBefore(NumberWordBody body) {
            int compared = word.compareTo(body.word());
            return compared < 0 || (compared == 0 && digits.compareTo(body.digits()) < 0);
        }
    }

    @GetMapping
    @Operation(summary = "Lists the dictionary by word, with what is left out of it; for the operator")
    Page<NumberWordBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(READ);
        var checks = new Checks();
        var only = checks.readIfPresent("trade", "numbers.trade", trade, Trade::of);
        var after = checks.readIfPresent("cursor", "malformed", cursor, Key::parse);
        PageLimit.read(checks, limit);
        checks.done();
        var rows = all().filter(body ->
                        only.isEmpty() || body.trades().contains(only.get().code()))
                .filter(body -> after.isEmpty() || after.get().isBefore(body))
                .limit(limit + 1L)
                .toList();
        return Page.of(rows, limit, Key::cursor);
    }

    private Stream<NumberWordBody> all() {
        var changes = meanings.changes();
        var operators = changes.stream().map(WordChange::word).collect(Collectors.toSet());
        var inForce =
                meanings.words().all().stream().map(word -> NumberWordBody.of(word, operators.contains(word), false));
        var removed = changes.stream()
                .filter(WordChange::removed)
                .map(change -> NumberWordBody.of(change.word(), true, true));
        return Stream.concat(inForce, removed).sorted(ORDER);
    }

    @GetMapping("/{word}/{digits}")
    @Operation(summary = "Shows an entry of the dictionary; for the operator")
    NumberWordBody show(Caller caller, @PathVariable String word, @PathVariable String digits) {
        caller.requireOperator(READ);
        var key = Key.read(word, digits);
        return all().filter(key::isOf).findFirst().orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    @PutMapping("/{word}/{digits}")
    @Operation(summary = "Adds an entry to the dictionary, or changes one; for the operator")
    NumberWordBody put(
            Caller caller, @PathVariable String word, @PathVariable String digits, @RequestBody NumberWordOrder body) {
        caller.requireOperator(WRITE);
        var entry = body.read(word, digits);
        write(new WordChange(entry, false), caller);
        return NumberWordBody.of(entry, true, false);
    }

    private void write(WordChange change, Caller caller) {
        switch (stored.put(change, caller.name())) {
            case DONE -> meanings.refresh();
            case TOO_MANY -> throw new ProblemException(TOO_MANY);
        }
    }

    @DeleteMapping("/{word}/{digits}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Leaves an entry out of the dictionary; for the operator")
    void remove(Caller caller, @PathVariable String word, @PathVariable String digits) {
        caller.requireOperator(WRITE);
        var key = Key.read(word, digits);
        var entry = meanings.words().find(key.word(), key.digits()).orElseThrow(() -> new ProblemException(UNKNOWN));
        if (NumberWords.own().find(key.word(), key.digits()).isPresent()) {
            write(new WordChange(entry, true), caller);
        } else {
            stored.forget(key.word(), key.digits());
            meanings.refresh();
        }
    }

    @PostMapping("/{word}/{digits}/restore")
    @Operation(summary = "Takes an entry back to how the box has it; for the operator")
    NumberWordBody restore(Caller caller, @PathVariable String word, @PathVariable String digits) {
        caller.requireOperator(WRITE);
        var key = Key.read(word, digits);
        var own = NumberWords.own().find(key.word(), key.digits()).orElseThrow(() -> new ProblemException(UNKNOWN));
        if (!stored.forget(key.word(), key.digits())) {
            throw new ProblemException(UNCHANGED);
        }
        meanings.refresh();
        return NumberWordBody.of(own, false, false);
    }
}
