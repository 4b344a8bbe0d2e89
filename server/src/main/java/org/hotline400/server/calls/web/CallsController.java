package org.hotline400.server.calls.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.calls.CallDetail;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.CallRecords;
import org.hotline400.server.calls.Ladders;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// The calls that were.
@RestController
@RequestMapping("/api/v1/calls")
@Tag(name = "calls")
class CallsController {
    private static final Problem UNKNOWN = Problem.notFound("calls.unknown", "There is no such call.", "没有这通电话。");
    private static final String USUAL = "" + PageLimit.USUAL;
    private static final Scope CLEAR = Scope.read(Reveals.CLEAR_NUMBERS);

    private final CallRecords records;
    private final Transactions transactions;
    private final ObjectProvider<Ladders> ladders;
    private final ObjectProvider<CallDetail> details;

    CallsController(
            CallRecords records,
            Transactions transactions,
            ObjectProvider<Ladders> ladders,
            ObjectProvider<CallDetail> details) {
        this.records = records;
        this.transactions = transactions;
        this.ladders = ladders;
        this.details = details;
    }

    @Operation(
            summary = "Calls that are over, newest first",
            description =
                    "from (inclusive) and to (exclusive) are ISO instants of the start. recorded: only those of which a"
                            + " recording was begun, or that left a message.")
    @GetMapping
    @Reveals(Reveals.CLEAR_NUMBERS)
    Page<CallBody> list(
            Caller caller,
            @RequestParam Optional<String> from,
            @RequestParam Optional<String> to,
            @RequestParam Optional<String> number,
            @RequestParam("caller") Optional<String> calledBy,
            @RequestParam Optional<String> endReason,
            @RequestParam Optional<Integer> minTalkSeconds,
            @RequestParam(defaultValue = "false") boolean recorded,
            @RequestParam Optional<String> cursor,
            @RequestParam(defaultValue = USUAL) int limit) {
        caller.require(Scope.read("calls"));
        var checks = new Checks();
        var filter = new CallQuery(from, to, number, calledBy, endReason, minTalkSeconds, recorded).filter(checks);
        var after = checks.readIfPresent("cursor", "malformed", cursor.orElse(null), CallId::of);
        PageLimit.read(checks, limit);
        checks.done();
        return caller.see(transactions, () -> {
            var page = records.list(filter, after, limit);
            var joined = joined(page.items());
            return page.map(call -> CallBody.of(shown(caller, call), false, joined.getOrDefault(call.id(), Map.of())));
        });
    }

    @Operation(summary = "One call that is over: its facts, and its story in plain words")
    @GetMapping("/{id}")
    @Reveals(Reveals.CLEAR_NUMBERS)
    CallBody one(Caller caller, @PathVariable String id) {
        caller.require(Scope.read("calls"));
        return caller.see(transactions, () -> {
            var call = find(id);
            return CallBody.of(shown(caller, call), true, joined(List.of(call)).getOrDefault(call.id(), Map.of()));
        });
    }

    static CallRecord shown(Caller caller, CallRecord call) {
        return caller.may(CLEAR) ? call : MaskedCaller.of(call);
    }

    /// The signalling of a call.
    ///
    /// @param remembered false when the messages have expired: they are kept in memory for a while only
    record Ladder(String id, boolean remembered, List<Rung> messages) {}

    /// @param direction `in` or `out`, seen from the platform
    record Rung(Instant at, String sipCallId, String direction, String peer, String text) {
        static Rung of(Ladders.Message message) {
            return new Rung(
                    message.at(),
                    message.sipCallId(),
                    message.outgoing() ? "out" : "in",
                    message.peer(),
                    message.text());
        }
    }

    @Operation(
            summary = "The SIP messages of a call, while they are remembered",
            description = "They are kept in the memory of the node that led the call; remembered is false and the list"
                    + " empty when they have expired. Of a caller who asked for privacy only the operator sees the"
                    + " number; and of any caller only who has the scope clear-numbers:read.")
    @GetMapping("/{id}/ladder")
    @Reveals(Reveals.CLEAR_NUMBERS)
    Ladder ladder(Caller caller, @PathVariable String id) {
        caller.require(Scope.read("calls"));
        var call = caller.see(transactions, () -> find(id));
        var source = ladders.getIfAvailable();
        var messages = source == null ? List.<Ladders.Message>of() : source.of(dialogs(call));
        var shown = shown(caller, call, messages);
        return new Ladder(
                call.id().toString(),
                !shown.isEmpty(),
                shown.stream().map(Rung::of).toList());
    }

    private static List<Ladders.Message> shown(Caller caller, CallRecord call, List<Ladders.Message> messages) {
        if (!caller.may(CLEAR)) {
            return HiddenCaller.from(call, messages, true);
        }
        return caller.isOperator() ? messages : HiddenCaller.from(call, messages);
    }

    private static Set<String> dialogs(CallRecord call) {
        var dialogs = new HashSet<String>();
        dialogs.add(call.route().sipCallId());
        call.attempts().forEach(attempt -> dialogs.add(attempt.signalling().sipCallId()));
        dialogs.remove("");
        return dialogs;
    }

    private CallRecord find(String id) {
        return parse(id).flatMap(records::find).orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private static Optional<CallId> parse(String id) {
        try {
            return Optional.of(CallId.of(id));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    private Map<CallId, Map<String, Object>> joined(Collection<CallRecord> calls) {
        var all = new HashMap<CallId, Map<String, Object>>();
        for (var detail : new ArrayList<>(details.orderedStream().toList())) {
            detail.of(calls)
                    .forEach((id, value) ->
                            all.computeIfAbsent(id, _ -> new HashMap<>()).put(detail.name(), value));
        }
        return all;
    }
}
