package org.hotline400.server.lists.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.lists.CallerLists;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.lists.ListOrder;
import org.hotline400.server.lists.PinOrder;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

/// The lists of the caller's own enterprise. The operator's own count for the platform; it may name another
/// tenant.
@RestController
@RequestMapping("/api/v1/lists")
@Tag(name = "lists")
class ListsController {
    private final CallerLists lists;
    private final Tenants tenants;

    ListsController(CallerLists lists, Tenants tenants) {
        this.lists = lists;
        this.tenants = tenants;
    }

    /// What may be changed of a list.
    ///
    /// @param note left out, it stays
    /// @param pin left out, it stays; empty takes it away
    record ChangeBody(@Nullable String note, @Nullable String pin) {
        @Override
        public String toString() {
            return "ChangeBody[" + note + "]";
        }
    }

    @GetMapping
    @Operation(summary = "Lists the lists by name")
    Page<ListBody> page(
            Caller caller,
            @RequestParam Optional<String> tenant,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(ListAddress.READ);
        var owner = ListAddress.tenant(caller, tenant);
        var checks = new Checks();
        var after = checks.readIfPresent("cursor", "malformed", cursor.orElse(null), ListName::new);
        PageLimit.read(checks, limit);
        checks.done();
        return lists.page(owner, after, limit).map(ListBody::of);
    }

    @PostMapping
    @Operation(
            summary = "Makes a list",
            description = "A blacklist of the operator counts for every call of every enterprise.")
    ResponseEntity<ListBody> create(Caller caller, @RequestParam Optional<String> tenant, @RequestBody ListBody body) {
        caller.require(ListAddress.WRITE);
        var owner = ListAddress.tenant(caller, tenant);
        var order = body.read();
        if (tenants.find(owner).isEmpty()) {
            var checks = new Checks();
            checks.add("tenant", "unknown", "there is no such tenant");
            checks.done();
        }
        var made = lists.create(owner, order).orElseThrow(Refusals::problem);
        return ResponseEntity.created(URI.create("/api/v1/lists/" + made.name()))
                .body(ListBody.of(made));
    }

    @GetMapping("/{name}")
    @Operation(summary = "Shows one list, without its entries")
    ListBody show(Caller caller, @PathVariable String name, @RequestParam Optional<String> tenant) {
        caller.require(ListAddress.READ);
        var address = ListAddress.of(caller, name, tenant);
        return lists.find(address.tenant(), address.name())
                .map(ListBody::of)
                .orElseThrow(() -> new ProblemException(Refusals.UNKNOWN_LIST));
    }

    @PutMapping("/{name}")
    @Operation(summary = "Changes a list's note or PIN; name and kind stay")
    ListBody change(
            Caller caller,
            @PathVariable String name,
            @RequestParam Optional<String> tenant,
            @RequestBody ChangeBody body) {
        caller.require(ListAddress.WRITE);
        var address = ListAddress.of(caller, name, tenant);
        var checks = new Checks();
        var note = checks.readIfPresent("note", "lists.note", body.note(), ListOrder::note);
        var pin = checks.readIfPresent("pin", "lists.pin", body.pin(), PinOrder::of)
                .orElseGet(PinOrder.Keep::new);
        checks.done();
        return ListBody.of(
                lists.describe(address.tenant(), address.name(), note, pin).orElseThrow(Refusals::problem));
    }

    @DeleteMapping("/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Deletes a list with its entries, unless a live call plan names it")
    void delete(Caller caller, @PathVariable String name, @RequestParam Optional<String> tenant) {
        caller.require(ListAddress.WRITE);
        var address = ListAddress.of(caller, name, tenant);
        var _ = lists.delete(address.tenant(), address.name()).orElseThrow(Refusals::problem);
    }
}
