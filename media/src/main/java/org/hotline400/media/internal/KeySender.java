package org.hotline400.media.internal;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.OptionalInt;
import org.hotline400.media.StreamTerms;

/// Presses keys: 160 ms each, 80 ms apart, as telephone events (RFC 4733 §2.5) or as tones (ITU-T Q.23).
final class KeySender {
    private static final int LAST_STEP = 7;
    private static final int STEPS = 12;
    private static final int END_REPEATS = 2;
    private static final int MOST_WAITING = 64;

    private final Deque<Character> waiting = new ArrayDeque<>();
    private OptionalInt payloadType = OptionalInt.empty();
    private char key;
    private int step = STEPS;
    private long start;

    /// Keys beyond the most that can wait are dropped.
    void add(String keys) {
        for (int i = 0; i < keys.length() && waiting.size() < MOST_WAITING; i++) {
            waiting.add(keys.charAt(i));
        }
    }

    void clear() {
        waiting.clear();
        step = STEPS;
    }

    boolean busy() {
        return step < STEPS || !waiting.isEmpty();
    }

    /// Sends this tick's part.
    ///
    /// @return the tone sent in band; silence while telephone events are sent
    short[] tick(Outgoing out, StreamTerms terms, long now) {
        if (step == STEPS) {
            key = waiting.remove();
            payloadType = terms.sendEvents();
            step = 0;
            out.flush(terms);
            start = out.nextPosition(now);
        }
        short[] tone = Workbench.mine().frame;
        if (payloadType.isPresent()) {
            Arrays.fill(tone, (short) 0);
            event(out, payloadType.getAsInt());
        } else {
            Keys.tone(key, step <= LAST_STEP, step * MediaTime.FRAME, tone);
            out.frame(tone, terms, now);
        }
        step++;
        return tone;
    }

    private void event(Outgoing out, int type) {
        if (step <= LAST_STEP + END_REPEATS) {
            int duration = (Math.min(step, LAST_STEP) + 1) * MediaTime.FRAME;
            out.event(type, Keys.code(key), step >= LAST_STEP, duration, step == 0, start);
        }
    }
}
