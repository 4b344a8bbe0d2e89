package org.hotline400.sip.internal.timing;

/// An armed timer.
public interface Timer {

    /// A timer that is not armed.
    Timer NONE = () -> {};

    /// Disarms it; does nothing when it has run or was disarmed before.
    void cancel();
}
