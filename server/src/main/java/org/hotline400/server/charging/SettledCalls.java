package org.hotline400.server.charging;

import java.time.Instant;
import org.springframework.stereotype.Service;

/// How far calls are settled.
@Service
public class SettledCalls {

    /// Whether all calls that ended before this moment are settled. Runs in the caller's transaction, for the operator.
    public boolean until(Instant moment) {
        throw new UnsupportedOperationException();
    }
}
