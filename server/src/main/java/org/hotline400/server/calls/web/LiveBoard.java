package org.hotline400.server.calls.web;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.CallRecords;
import org.hotline400.server.calls.LiveCalls;
import org.hotline400.server.database.DatabaseHealth;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.CallerNumber;
import org.springframework.stereotype.Component;

/// The calls that are going on, as somebody may see them: this node's from memory, other nodes' from the
/// database.
@Component
class LiveBoard {
    private final LiveCalls live;
    private final CallRecords records;
    private final Transactions transactions;
    private final DatabaseHealth database;
    private final LiveLooks looks;

    LiveBoard(
            LiveCalls live, CallRecords records, Transactions transactions, DatabaseHealth database, LiveLooks looks) {
        this.live = live;
        this.records = records;
        this.transactions = transactions;
        this.database = database;
        this.looks = looks;
    }

    /// This node's first, each node's oldest first.
    List<LiveBody> list(Caller caller) {
        return list(caller, elsewhere(caller));
    }

    List<LiveBody> list(Caller caller, List<CallRecord> elsewhere) {
        UnaryOperator<CallerNumber> shown = looks.seesNumbers(caller) ? UnaryOperator.identity() : MaskedCaller::of;
        var here = live.list().stream()
                .filter(call -> caller.isOperator() || call.tenant().equals(caller.tenant()))
                .map(call -> LiveBody.of(call, shown));
        return Stream.concat(here, elsewhere.stream().map(call -> LiveBody.of(call, shown)))
                .toList();
    }

    /// None while the database is away.
    List<CallRecord> elsewhere(Caller caller) {
        return database.isUp() ? caller.see(transactions, records::openElsewhere) : List.of();
    }
}
