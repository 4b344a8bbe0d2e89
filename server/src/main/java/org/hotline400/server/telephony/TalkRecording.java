package org.hotline400.server.telephony;

import java.util.Optional;
import org.hotline400.media.MediaPort;
import org.hotline400.media.Recording;
import org.hotline400.server.calls.Recorded;
import org.hotline400.server.recordings.OpenRecording;
import org.jspecify.annotations.Nullable;

/// The recordings of a call's talks, and the caller's right to object to them by a key. Used by the call's own
/// thread.
final class TalkRecording {
    private @Nullable Character objection;
    private boolean open;
    private boolean asked;
    private @Nullable OpenRecording tape;
    private @Nullable Recording running;
    private Recorded state = Recorded.NO;

    /// The caller is told that he may object from now on; empty: that he may not.
    void announced(Optional<Character> key) {
        objection = key.orElse(null);
        open = true;
    }

    /// A target is called: until the end of the talk the caller may object, if he was told so.
    void talkToCome() {
        open = true;
    }

    /// The caller is asked for keys, or is not any more: meanwhile they are answers.
    void keysAreAnswers(boolean on) {
        asked = on;
    }

    /// Whether the caller may object now.
    boolean mayObject() {
        return objection != null && open && !asked && state != Recorded.OBJECTED;
    }

    /// A key of the caller's.
    ///
    /// @return whether he objects by it; then what was taken of this talk is gone already
    boolean objects(char key) {
        if (!mayObject() || objection == null || objection != key) {
            return false;
        }
        if (tape != null) {
            tape.discard();
        }
        stop();
        state = Recorded.OBJECTED;
        return true;
    }

    /// Whether [#start] would record.
    boolean isWanted() {
        return running == null && state != Recorded.OBJECTED;
    }

    void start(MediaPort port, OpenRecording to) {
        tape = to;
        running = port.record(to);
        state = Recorded.YES;
    }

    void failed() {
        state = Recorded.FAILED;
    }

    /// The talk is over, and with it the recording and the time for objections.
    void talkOver() {
        stop();
        open = false;
    }

    private void stop() {
        if (running != null) {
            running.stop();
        }
        running = null;
        tape = null;
    }

    Recorded state() {
        return state;
    }
}
