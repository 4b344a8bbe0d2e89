package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.calls.PhoneCalls;
import org.hotline400.server.calls.RefusedCall;

/// Takes notes of refused calls, off the SIP loop. In a flood it drops what it cannot write: the flood is on record
/// anyway.
final class RefusalNotes implements AutoCloseable {
    private static final int ROOM = 256;
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

    private final PhoneCalls calls;
    private final ThreadPoolExecutor writer = new ThreadPoolExecutor(
            1,
            1,
            1,
            TimeUnit.MINUTES,
            new LinkedBlockingQueue<>(ROOM),
            Thread.ofPlatform().name("refused-calls").daemon().factory(),
            new ThreadPoolExecutor.DiscardPolicy());

    RefusalNotes(PhoneCalls calls) {
        this.calls = calls;
    }

    void take(RefusedCall call) {
        writer.execute(() -> calls.refused(call));
    }

    @Override
    public void close() {
        writer.shutdown();
        try {
            var _ = writer.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
