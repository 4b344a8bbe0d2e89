package org.hotline400.server.architecture.counterexamples.one.internal;

import org.hotline400.server.architecture.counterexamples.two.CycleManager;

/// Closes a cycle.
public final class Hidden {
    public CycleManager other;
}
