package org.hotline400.server.architecture.counterexamples.two;

import java.time.Instant;
import javax.sql.DataSource;
import org.hotline400.server.architecture.counterexamples.one.internal.Hidden;
import org.springframework.beans.factory.annotation.Autowired;

/// Breaks every rule of the house.
public final class CycleManager {
    @Autowired
    public DataSource source;

    public Hidden hidden;

    public Instant now() {
        return Instant.now();
    }
}
