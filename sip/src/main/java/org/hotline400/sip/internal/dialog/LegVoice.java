package org.hotline400.sip.internal.dialog;

import org.hotline400.sip.EndReason;
import org.hotline400.sip.LegEvent;
import org.hotline400.sip.LegEvent.Side;
import org.hotline400.sip.LegListener;
import org.hotline400.sip.internal.timing.Complaints;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Speaks to a leg's listener: in order, and nothing after the end. A listener that throws harms nobody else. After the
/// end it is forgotten: a leg outlives its call by the time of its transactions, and must not keep the call's audio.
final class LegVoice {

    private static final Logger LOG = LoggerFactory.getLogger(LegVoice.class);
    private static final Complaints COMPLAINTS = new Complaints();

    private final String callId;
    private Runnable over;
    private LegListener listener;
    private volatile boolean ended;

    /// @param over runs once, before the last event is heard
    LegVoice(String callId, LegListener listener, Runnable over) {
        this.callId = callId;
        this.listener = listener;
        this.over = over;
    }

    void listener(LegListener other) {
        listener = other;
    }

    boolean ended() {
        return ended;
    }

    /// The leg never came to be: its end is told, and nothing else is to be done.
    void disown() {
        over = () -> {};
    }

    void say(LegEvent event) {
        if (ended) {
            return;
        }
        LegListener hearer = listener;
        if (event instanceof LegEvent.Ended || event instanceof LegEvent.Rejected) {
            ended = true;
            over.run();
            listener = nothing -> {};
            over = () -> {};
        }
        try {
            hearer.on(event);
        } catch (Throwable e) {
            String what = event.getClass().getSimpleName();
            COMPLAINTS.failed(LOG, "The listener of call " + callId + " failed on " + what, e);
        }
    }

    void ended(Side by, EndReason reason) {
        say(new LegEvent.Ended(by, reason));
    }
}
