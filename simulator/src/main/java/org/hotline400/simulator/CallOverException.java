package org.hotline400.simulator;

/// The call ended before what was waited for happened.
public final class CallOverException extends RuntimeException {
    private final transient Ending ending;

    CallOverException(String awaited, Ending ending) {
        super("the call was over before it was " + awaited + ": " + ending.status() + " " + ending.text() + " (by "
                + ending.by() + ")");
        this.ending = ending;
    }

    public Ending ending() {
        return ending;
    }
}
