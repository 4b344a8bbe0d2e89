package org.hotline400.server.telephony.web;

import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.telephony.Switchboard;
import org.hotline400.server.telephony.Trunks;
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
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Trunks, for the operator.
@RestController
@RequestMapping("/api/v1/trunks")
class TrunkController {
    private static final Problem UNKNOWN =
            new Problem(404, "telephony.unknown-trunk", "There is no such trunk.", "没有这条中继。");
    private static final Problem TAKEN = new Problem(
            409, "telephony.trunk-taken", "Another trunk has this name or this inbound account.", "已有中继使用此名称或此呼入账号。");

    private final Trunks trunks;
    private final Switchboard switchboard;

    TrunkController(Trunks trunks, Switchboard switchboard) {
        this.trunks = trunks;
        this.switchboard = switchboard;
    }

    /// All trunks but the one of the command line, which cannot be changed here.
    @GetMapping
    List<TrunkBody> all(Caller caller) {
        caller.requireOperator(Scope.read("trunks"));
        return trunks.all().stream().map(this::shown).toList();
    }

    @GetMapping("/{id}")
    TrunkBody one(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(Scope.read("trunks"));
        return shown(known(id));
    }

    @PostMapping
    ResponseEntity<TrunkBody> add(Caller caller, @RequestBody TrunkBody body) {
        caller.requireOperator(Scope.write("trunks"));
        var added = unlessTaken(() -> trunks.add(body.read(Optional.empty())));
        return ResponseEntity.created(URI.create("/api/v1/trunks/" + added.id()))
                .body(shown(added));
    }

    @PutMapping("/{id}")
    TrunkBody change(Caller caller, @PathVariable UUID id, @RequestBody TrunkBody body) {
        caller.requireOperator(Scope.write("trunks"));
        var before = known(id).order();
        return shown(unlessTaken(() -> trunks.put(id, body.read(Optional.of(before)))));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(Scope.write("trunks"));
        if (!trunks.remove(id)) {
            throw new ProblemException(UNKNOWN);
        }
    }

    private Trunks.Stored known(UUID id) {
        return trunks.find(id).orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private TrunkBody shown(Trunks.Stored stored) {
        return TrunkBody.of(stored, state(stored), switchboard.registrationOf(stored.id()));
    }

    private String state(Trunks.Stored stored) {
        if (!stored.order().enabled()) {
            return "disabled";
        }
        return switchboard.isTrunkUp(stored.id()) ? "up" : "down";
    }

    private static Trunks.Stored unlessTaken(Supplier<Trunks.Stored> change) {
        try {
            return change.get();
        } catch (DuplicateKeyException _) {
            throw new ProblemException(TAKEN);
        }
    }
}
