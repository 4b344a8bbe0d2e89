package org.hotline400.server.calls;

import java.util.Collection;
import java.util.Map;
import org.hotline400.server.kernel.CallId;

/// Something that others know of calls, joined when records are read: recordings, charges, surveys. A bean of the
/// module that implements it.
public interface CallDetail {

    /// The field that it fills: `recordings`.
    String name();

    /// What is known of these calls, as it shall stand in JSON. Runs in the reader's transaction, which sees what the
    /// reader may see.
    Map<CallId, Object> of(Collection<CallRecord> calls);
}
