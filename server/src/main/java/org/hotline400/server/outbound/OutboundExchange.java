package org.hotline400.server.outbound;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// A request under way. It ends by itself at its deadline at the latest.
public final class OutboundExchange {
    private final CompletableFuture<OutboundResponse> response = new CompletableFuture<>();

    /// One that ends with a time-out after the deadline, unless something else ends it before.
    ///
    /// @param onEnd what to do when it has ended, on a thread of its own: lets go of the connection
    public OutboundExchange(Duration deadline, Runnable onEnd) {
        var timeout = new OutboundResponse.Failed(
                OutboundResponse.Failure.TIMEOUT, "there was no complete answer within " + deadline.toMillis() + " ms");
        var _ = response.whenCompleteAsync(
                (_, _) -> onEnd.run(),
                task -> Thread.ofVirtual().name("outbound-end").start(task));
        var _ = response.completeOnTimeout(timeout, deadline.toNanos(), TimeUnit.NANOSECONDS);
    }

    /// Ends it; without effect when it has ended.
    public void end(OutboundResponse with) {
        response.complete(with);
    }

    /// Gives up on it: its connection is closed.
    public void cancel() {
        end(new OutboundResponse.Failed(OutboundResponse.Failure.CANCELLED, "the request was given up"));
    }

    public boolean isDone() {
        return response.isDone();
    }

    /// Tells when it has ended; at once when it has already. Runs on the thread that ends it: be short.
    public void whenDone(Consumer<OutboundResponse> listener) {
        var _ = response.thenAccept(listener);
    }

    /// Waits for the end. An interrupt cancels the request and stays set.
    public OutboundResponse await() {
        try {
            return response.get();
        } catch (InterruptedException e) {
            cancel();
            Thread.currentThread().interrupt();
            return response.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
