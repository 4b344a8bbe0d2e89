package org.hotline400.server.telephony.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.telephony.PhoneOrder;
import org.hotline400.server.telephony.Phones;
import org.hotline400.server.telephony.Registrations;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.dao.DuplicateKeyException;
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

/// The desk phones of an enterprise; for the operator, of all.
@RestController
@RequestMapping("/api/v1/phones")
@Tag(name = "phones")
class PhoneController {
    private static final Scope READ = Scope.read("phones");
    private static final Scope WRITE = Scope.write("phones");
    private static final Problem UNKNOWN =
            Problem.notFound("telephony.unknown-phone", "There is no such phone.", "没有这部话机。");
    private static final Problem TAKEN = Problem.conflict(
            "telephony.phone-taken",
            "The user name is taken, or another phone has this extension.",
            "该用户名已被占用，或已有话机使用此分机号。");

    private final Phones phones;
    private final Registrations registrations;
    private final Tenants tenants;
    private final Transactions transactions;

    PhoneController(Phones phones, Registrations registrations, Tenants tenants, Transactions transactions) {
        this.phones = phones;
        this.registrations = registrations;
        this.tenants = tenants;
        this.transactions = transactions;
    }

    @GetMapping
    @Operation(
            summary = "Lists the caller's phones by user name, with where they are registered; for the operator, all")
    Page<PhoneBody> list(
            Caller caller,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit) {
        caller.require(READ);
        var checks = new Checks();
        PageLimit.read(checks, limit);
        checks.done();
        return caller.see(transactions, () -> phones.list(cursor, limit)).map(this::shown);
    }

    @GetMapping("/{id}")
    @Operation(summary = "Shows one phone: its account, its registered contacts, since when and from where")
    PhoneBody one(Caller caller, @PathVariable UUID id) {
        caller.require(READ);
        return shown(known(caller, id));
    }

    @PostMapping
    @Operation(
            summary = "Adds a phone",
            description = "Left out, a password is made. The answer shows the password, once; it is never shown again.")
    ResponseEntity<PhoneBody> add(Caller caller, @RequestBody PhoneBody body) {
        caller.require(WRITE);
        var order = body.read(Optional.empty());
        var tenant = tenant(caller, Optional.ofNullable(body.tenant()).map(TenantId::new));
        var added = unlessTaken(() -> phones.add(tenant, order));
        return ResponseEntity.created(URI.create("/api/v1/phones/" + added.id()))
                .body(shown(added).showing(order.password()));
    }

    private TenantId tenant(Caller caller, Optional<TenantId> asked) {
        var checks = new Checks();
        var tenant = asked.orElse(caller.tenant());
        if (!tenant.equals(caller.tenant()) && !caller.isOperator()) {
            checks.add("tenant", "forbidden", "is your own, or left out", "只能是本企业，或不填。");
        } else if (tenants.find(tenant).isEmpty()) {
            checks.add("tenant", "unknown", "there is no such tenant", "没有这个租户。");
        }
        checks.done();
        return tenant;
    }

    @PutMapping("/{id}")
    @Operation(
            summary = "Changes a phone",
            description = "A new password, another user name or switching it off ends its registrations at once;"
                    + " calls under way go on.")
    PhoneBody change(Caller caller, @PathVariable UUID id, @RequestBody PhoneBody body) {
        caller.require(WRITE);
        var before = known(caller, id);
        var order = body.read(Optional.of(before.order()));
        if (body.tenant() != null && !body.tenant().equals(before.tenant().value())) {
            var checks = new Checks();
            checks.add(
                    "tenant",
                    "telephony.tenant-fixed",
                    "a phone stays with its enterprise: leave this out",
                    "话机所属企业不能更改，请不要填写此项。");
            checks.done();
        }
        return shown(unlessTaken(() -> phones.put(new Phones.Stored(id, before.tenant(), order))));
    }

    @PostMapping("/{id}/password")
    @Operation(summary = "Makes a new password, shown once; the phone's registrations end at once")
    PhoneBody renewPassword(Caller caller, @PathVariable UUID id) {
        caller.require(WRITE);
        var before = known(caller, id);
        var old = before.order();
        var order = new PhoneOrder(old.user(), Phones.newPassword(), old.displayName(), old.extension(), old.enabled());
        var renewed = phones.put(new Phones.Stored(id, before.tenant(), order));
        return shown(renewed).showing(order.password());
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Removes a phone and its registrations; a call under way goes on")
    void remove(Caller caller, @PathVariable UUID id) {
        caller.require(WRITE);
        phones.remove(known(caller, id));
    }

    private Phones.Stored known(Caller caller, UUID id) {
        return caller.see(transactions, () -> phones.find(id)).orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private PhoneBody shown(Phones.Stored phone) {
        return PhoneBody.of(phone, registrations.of(phone.order().user()));
    }

    private static Phones.Stored unlessTaken(Supplier<Phones.Stored> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException _) {
            throw new ProblemException(TAKEN);
        }
    }
}
