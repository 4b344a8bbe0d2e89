package org.hotline400.sip.internal.timing;

import org.jspecify.annotations.Nullable;

/// Something that has one timer at a time and is its own entry in the wheel: at thousands of calls a second the
/// transactions of calls that are over are most of what is remembered, and each is to be one object.
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
