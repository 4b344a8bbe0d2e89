package org.hotline400.sip.internal.dialog;

import java.util.List;
import java.util.function.Consumer;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.timing.Timers;

/// One question for the ways to a peer: answered exactly once, with no way at all when nothing has come back in
/// time. Whatever waits for it would else wait for ever, for nothing has been sent yet that a transaction could
/// time.
final class LookUp {

    private final Consumer<List<Way>> found;
    private boolean answered;
    private Timer deadline = Timer.NONE;

    LookUp(Consumer<List<Way>> found) {
        this.found = found;
    }

    void answer(List<Way> ways) {
        if (!answered) {
            answered = true;
            deadline.cancel();
            found.accept(ways);
        }
    }

    /// Begins the wait, unless the answer came at once.
    void limit(Timers timers, long milliseconds) {
        if (!answered) {
            deadline = timers.after(milliseconds, () -> answer(List.of()));
        }
    }
}
