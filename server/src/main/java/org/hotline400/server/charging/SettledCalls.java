package org.hotline400.server.charging;

import java.time.Instant;
import org.springframework.stereotype.Service;

/// How far calls have been settled. Every method runs in the caller's transaction, which acts for the operator.
@Service
public class SettledCalls {

    /// Whether every call is settled that had begun before this moment.
    public boolean until(Instant moment) {
        throw new UnsupportedOperationException();
    }
}
