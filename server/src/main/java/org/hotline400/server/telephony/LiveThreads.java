package org.hotline400.server.telephony;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hotline400.server.calls.PhoneCalls;
import org.hotline400.server.kernel.CallId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The threads of the calls under way: one virtual thread each, from the INVITE to the record.
final class LiveThreads {
    private static final Logger log = LoggerFactory.getLogger(LiveThreads.class);
    private static final Duration LAST_WORDS = Duration.ofSeconds(5);

    private final PhoneCalls calls;
    private final Map<CallId, Thread> threads = new ConcurrentHashMap<>();
    private final StartQueue queue = new StartQueue();

    LiveThreads(PhoneCalls calls) {
        this.calls = calls;
    }

    int count() {
        return threads.size();
    }

    /// How long a call that comes now will wait for a processor, in milliseconds.
    long delay() {
        return queue.delay();
    }

    void start(SipPhone phone) {
        var id = phone.call().id();
        var place = queue.join();
        var thread = Thread.ofVirtual().name("call-" + id).unstarted(() -> lead(phone, place));
        threads.put(id, thread);
        try {
            thread.start();
        } catch (RuntimeException | Error e) {
            queue.leave(place);
            threads.remove(id);
            throw e;
        }
    }

    private void lead(SipPhone phone, StartQueue.Place place) {
        queue.leave(place);
        try (phone) {
            phone.inside().ifPresentOrElse(inside -> InsideCalls.lead(phone, inside), () -> calls.take(phone));
        } catch (RuntimeException e) {
            log.error("Call {} was ended by a fault of ours", phone.call().id(), e);
        } finally {
            threads.remove(phone.call().id());
        }
    }

    /// Waits for the calls to end by themselves; those that outlast the time are ended.
    void drain(Duration atMost) throws InterruptedException {
        join(Deadline.in(atMost));
        threads.values().forEach(Thread::interrupt);
        join(Deadline.in(LAST_WORDS));
    }

    private void join(Deadline deadline) throws InterruptedException {
        for (var thread : threads.values()) {
            thread.join(deadline.left().plusMillis(1));
        }
    }
}
