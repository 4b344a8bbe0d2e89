package org.hotline400.sip.internal.timing;

import org.jspecify.annotations.Nullable;

/// Something that has one timer at a time and is its own entry in the wheel: a transaction is one object with its
/// timer, and arming it makes none.
public abstract class Timed {
    @Nullable
    Timed previous;

    @Nullable
    Timed next;

    long dueTick;
    boolean waiting;

    /// Its time has come.
    protected abstract void due();
}
