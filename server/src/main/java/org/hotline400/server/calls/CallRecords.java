package org.hotline400.server.calls;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.calls.internal.CallRecordRows;
import org.hotline400.server.calls.internal.NodeIdentity;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Page;
import org.springframework.stereotype.Service;

/// The records of calls that are over. Every method runs in the caller's transaction and shows what that may see.
@Service
public class CallRecords {
    private static final int MOST_OPEN = 1000;

    private final CallRecordRows rows;
    private final NodeIdentity node;

    CallRecords(CallRecordRows rows, NodeIdentity node) {
        this.rows = rows;
        this.node = node;
    }

    /// The calls that other nodes lead now, oldest first, each as its record would be if it were cut off; at most
    /// 1,000.
    public List<CallRecord> openElsewhere() {
        return rows.openElsewhere(node.id(), MOST_OPEN);
    }

    /// Takes in records of calls that this platform did not lead. They are settled as all others are; those that are
    /// there already stay as they are.
    ///
    /// @return how many were new
    public int takeIn(Collection<CallRecord> calls) {
        return rows.insert(calls).fresh();
    }

    public Optional<CallRecord> find(CallId id) {
        return rows.find(id);
    }

    /// Newest first.
    ///
    /// @param after the last call of the page before
    public Page<CallRecord> list(CallFilter filter, Optional<CallId> after, int limit) {
        List<CallRecord> calls = rows.list(filter, after, limit + 1);
        return Page.of(calls, limit, call -> call.id().toString());
    }
}
