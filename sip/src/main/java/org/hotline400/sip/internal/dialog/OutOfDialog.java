package org.hotline400.sip.internal.dialog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline400.sip.OutgoingRequest;
import org.hotline400.sip.SipResponse;
import org.hotline400.sip.internal.timing.Timer;
import org.hotline400.sip.internal.transaction.ClientUser;
import org.hotline400.sip.internal.wire.WireRequest;
import org.hotline400.sip.internal.wire.WireResponse;
import org.jspecify.annotations.Nullable;

/// Requests outside any dialog (RFC 3261 §8.1).
public final class OutOfDialog {

    private static final int MOST_SEQUENCES = 10_000;

    private final Endpoint endpoint;

    /// The numbers of Call-IDs that the application keeps using: registrations (RFC 3261 §10.2).
    private final Map<String, AtomicLong> sequences = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, AtomicLong> eldest) {
            return size() > MOST_SEQUENCES;
        }
    };

    private final Set<Asked> waiting = ConcurrentHashMap.newKeySet();

    public OutOfDialog(Endpoint endpoint) {
        this.endpoint = endpoint;
    }

    public CompletableFuture<SipResponse> request(OutgoingRequest request) {
        AtomicLong sequence = request.callId().map(this::sequence).orElseGet(AtomicLong::new);
        Draft draft = Drafts.request(request, sequence);
        WireRequest preview = Drafts.preview(draft, endpoint.requests().identity());
        var asked = new Asked(preview);
        waiting.add(asked);
        try {
            endpoint.loop().execute(() -> {
                long patience = Math.min(
                        request.patience().toMillis(), endpoint.surroundings().patience());
                asked.deadline = endpoint.surroundings().timers().after(patience, asked::tookTooLong);
                asked.sending = endpoint.requests().send(draft, asked);
            });
        } catch (RejectedExecutionException e) {
            asked.unreachable();
        }
        return asked.result;
    }

    /// Completes what waits for an answer: the loop has ended, and none will come.
    public void close() {
        waiting.forEach(Asked::unreachable);
    }

    private AtomicLong sequence(String callId) {
        synchronized (sequences) {
            return sequences.computeIfAbsent(callId, id -> new AtomicLong());
        }
    }

    private final class Asked implements ClientUser {

        private final WireRequest request;
        private final CompletableFuture<SipResponse> result = new CompletableFuture<>();
        private Timer deadline = Timer.NONE;
        private Requests.@Nullable Sending sending;

        Asked(WireRequest request) {
            this.request = request;
        }

        @Override
        public void answered(WireResponse response) {
            if (response.status() >= 200) {
                finished(response);
            }
        }

        /// Nobody waits for it any more: it must not be delivered later, after what its sender did instead.
        private void tookTooLong() {
            if (sending != null) {
                sending.giveUp();
            }
            timedOut();
        }

        @Override
        public void timedOut() {
            finished(Drafts.madeUp(request, 408, "Request Timeout"));
        }

        @Override
        public void unreachable() {
            finished(Drafts.madeUp(request, 503, "Service Unavailable"));
        }

        private void finished(WireResponse response) {
            deadline.cancel();
            waiting.remove(this);
            result.complete(response);
        }
    }
}
