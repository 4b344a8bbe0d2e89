package org.hotline400.server.lists.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.lists.CallerLists;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.ListDirectory;
import org.hotline400.server.lists.ListEntry;
import org.hotline400.server.lists.PatternKind;
import org.hotline400.server.lists.StoredEntry;
import org.hotline400.server.regions.Regions;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.ProblemException;
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

/// The entries of a list, one by one, and whom they cover.
@RestController
@RequestMapping("/api/v1/lists/{name}")
@Tag(name = "lists")
class ListEntriesController {
    private static final int LONGEST_SEARCH = 100;

    private final CallerLists lists;
    private final ListDirectory directory;
    private final Regions regions;
    private final Clock clock;

    ListEntriesController(CallerLists lists, ListDirectory directory, Regions regions, Clock clock) {
        this.lists = lists;
        this.directory = directory;
        this.regions = regions;
        this.clock = clock;
    }

    @GetMapping("/entries")
    @Reveals("caller-lists")
    @Operation(
            summary = "Lists the entries by kind and pattern",
            description = "`search`: digits that the pattern begins with, or a part of the note.")
    Page<EntryBody> page(
            Caller caller,
            @PathVariable String name,
            @RequestParam Optional<String> tenant,
            @RequestParam(defaultValue = "") String search,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(ListAddress.READ);
        var address = ListAddress.of(caller, name, tenant);
        var checks = new Checks();
        var after = checks.readIfPresent("cursor", "malformed", cursor.orElse(null), EntryPattern::ofId)
                .map(EntryPattern::id);
        PageLimit.read(checks, limit);
        if (search.length() > LONGEST_SEARCH || search.indexOf('\0') >= 0) {
            checks.add("search", "out-of-range", "has at most 100 characters");
        }
        checks.done();
        return lists.entries(address.tenant(), address.name(), search.strip(), after, limit)
                .orElseThrow(() -> new ProblemException(Refusals.UNKNOWN_LIST))
                .map(EntryBody::of);
    }

    @PutMapping("/entries")
    @Operation(summary = "Adds an entry, or changes the one with its kind and pattern; counts at once")
    EntryBody put(
            Caller caller,
            @PathVariable String name,
            @RequestParam Optional<String> tenant,
            @RequestBody EntryBody body) {
        caller.require(ListAddress.WRITE);
        var address = ListAddress.of(caller, name, tenant);
        return EntryBody.of(
                lists.put(address.tenant(), address.name(), body.read()).orElseThrow(Refusals::problem));
    }

    @DeleteMapping("/entries/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes an entry by its id, such as number:13800138000; counts at once")
    void remove(
            Caller caller, @PathVariable String name, @PathVariable String id, @RequestParam Optional<String> tenant) {
        caller.require(ListAddress.WRITE);
        var address = ListAddress.of(caller, name, tenant);
        var checks = new Checks();
        var pattern = checks.read("id", "lists.pattern", id, EntryPattern::ofId);
        checks.done();
        var _ = lists.remove(address.tenant(), address.name(), pattern.get()).orElseThrow(Refusals::problem);
    }

    @GetMapping("/check")
    @Operation(summary = "Tells whether the list covers a caller now, and why: what a call would be told")
    CheckBody check(
            Caller caller,
            @PathVariable String name,
            @RequestParam Optional<String> tenant,
            @RequestParam String number,
            Locale locale) {
        caller.require(ListAddress.READ);
        var address = ListAddress.of(caller, name, tenant);
        var checks = new Checks();
        if (number.length() > LONGEST_SEARCH) {
            checks.add("number", "out-of-range", "has at most 100 characters");
        }
        checks.done();
        var calling = CallerNumber.of(number.strip(), "");
        var region = regions.of(calling);
        var covering = directory
                .find(address.tenant(), address.name())
                .orElseThrow(() -> new ProblemException(Refusals.UNKNOWN_LIST))
                .covers(calling, region, clock.instant())
                .map(ListEntry::pattern);
        return covering.flatMap(pattern -> lists.entry(address.tenant(), address.name(), pattern))
                .map(entry -> CheckBody.covered(calling, region, entry, locale))
                .orElseGet(() -> isKnown(address, calling)
                        ? CheckBody.expired(calling, region, locale)
                        : CheckBody.notCovered(calling, region, locale));
    }

    private boolean isKnown(ListAddress address, CallerNumber calling) {
        return calling.normalised().matches("\\+?[0-9]{1,18}")
                && lists.entry(
                                address.tenant(),
                                address.name(),
                                new EntryPattern(PatternKind.NUMBER, calling.normalised()))
                        .flatMap(StoredEntry::expiresAt)
                        .isPresent();
    }
}
