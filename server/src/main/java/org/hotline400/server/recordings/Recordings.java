package org.hotline400.server.recordings;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.TenantId;

/// The catalogue of finished recordings. A recording appears within a second of its end, or of the database's
/// return.
public interface Recordings {

    /// The recordings of a call, deleted ones included, in the order they began.
    List<RecordingSummary> ofCall(TenantId tenant, CallId call);

    /// The recordings of many calls, by call, in the order they began; calls without any are left out. Runs in the
    /// caller's transaction and finds what that may see.
    Map<CallId, List<RecordingSummary>> ofCalls(Set<CallId> calls);
}
