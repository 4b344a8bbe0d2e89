package org.hotline400.server.enrolment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.enrolment.form.CreditCode;
import org.hotline400.server.enrolment.form.FormText;
import org.hotline400.server.enrolment.internal.Blacklist;
import org.hotline400.server.enrolment.internal.BlacklistEntry;
import org.hotline400.server.enrolment.internal.BlacklistOrder;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Who gets no number, for the operator's people.
@RestController
@RequestMapping("/api/v1/blacklist")
@Tag(name = "applications")
class BlacklistController {
    private static final Problem UNKNOWN =
            Problem.notFound("blacklist.unknown", "There is no such entry.", "黑名单中没有这一项。");

    private final Blacklist blacklist;

    BlacklistController(Blacklist blacklist) {
        this.blacklist = blacklist;
    }

    /// @param kind `credit-code`, or `document` for the number of any identity document
    /// @param value in clear; only a keyed hash of a document's number is kept
    /// @param source who says so
    record EntryOrder(
            @Nullable String kind,
            @Nullable String value,
            @Nullable String reason,
            @Nullable String source) {
        @Override
        public String toString() {
            return "EntryOrder[" + kind + "]";
        }
    }

    /// @param masked a credit code, or a masked number of a document
    record EntryBody(
            UUID id, String kind, String masked, String reason, String source, String author, Instant addedAt) {
        static EntryBody of(BlacklistEntry entry) {
            return new EntryBody(
                    entry.id(),
                    entry.kind().code(),
                    entry.masked(),
                    entry.reason(),
                    entry.source(),
                    entry.author(),
                    entry.addedAt());
        }
    }

    @GetMapping
    @Operation(summary = "Lists who gets no number, the newest first; for the operator")
    Page<EntryBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.requireOperator(Scope.read("reviews"));
        var checks = new Checks();
        var before = checks.readIfPresent("cursor", "malformed", cursor, UUID::fromString);
        PageLimit.read(checks, limit);
        checks.done();
        return blacklist.list(before, limit).map(EntryBody::of);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Puts a credit code or a document on the blacklist; for the operator",
            description = "One that is on it already stays as it is.")
    EntryBody add(Caller caller, @RequestBody EntryOrder body) {
        caller.requireOperator(Scope.write("reviews"));
        var checks = new Checks();
        var kind = checks.read("kind", "malformed", body.kind(), BlacklistOrder.Kind::of);
        var value = checks.read("value", "malformed", body.value(), BlacklistController::value);
        kind.value()
                .filter(one -> one == BlacklistOrder.Kind.CREDIT_CODE)
                .flatMap(_ -> value.value())
                .ifPresent(code -> checks.read("value", "malformed", code, CreditCode::new));
        var reason = checks.read("reason", "malformed", body.reason(), text -> bounded(text, 500));
        var source = checks.read("source", "malformed", body.source(), text -> bounded(text, 200));
        checks.done();
        var order = new BlacklistOrder(kind.get(), value.get(), reason.get(), source.get());
        return EntryBody.of(blacklist.add(order, caller.name()));
    }

    private static String value(String text) {
        return FormText.documentNumber(text)
                .filter(one -> one.length() >= 5 && one.length() <= 30)
                .orElseThrow(() -> new MistakeException("has 5 to 30 characters", "应为 5 到 30 个字符。"));
    }

    private static String bounded(String text, int most) {
        var words = text.replace("\0", "").strip();
        if (words.isEmpty() || words.length() > most) {
            throw new MistakeException("has 1 to " + most + " characters", "应为 1 到 " + most + " 个字。");
        }
        return words;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Takes an entry off the blacklist; for the operator")
    void remove(Caller caller, @PathVariable String id) {
        caller.requireOperator(Scope.write("reviews"));
        var checks = new Checks();
        var entry = checks.read("id", "malformed", id, UUID::fromString);
        checks.done();
        if (!blacklist.remove(entry.get())) {
            throw new ProblemException(UNKNOWN);
        }
    }
}
