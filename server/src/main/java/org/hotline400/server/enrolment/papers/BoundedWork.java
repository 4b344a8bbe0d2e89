package org.hotline400.server.enrolment.papers;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/// Work on strangers' files: on threads of its own, a few at once, and not for longer than it was given. A
/// thread that is late is told so and counts until it has really ended, so that there are never more of them.
public final class BoundedWork {
    private final Semaphore places;
    private final Duration limit;

    /// @param atOnce how many threads
    /// @param limit for waiting, and again for the work
    public BoundedWork(int atOnce, Duration limit) {
        this.places = new Semaphore(atOnce, true);
        this.limit = limit;
    }

    /// Some work.
    public interface Work<T> {
        /// @param isLate asked while it works: whether to give up
        T run(BooleanSupplier isLate) throws Exception;
    }

    /// What became of it.
    public sealed interface Result<T> {
        record Finished<T>(T value) implements Result<T> {}

        /// It failed.
        record Failed<T>(Throwable why) implements Result<T> {}

        /// Its time was over.
        record Late<T>() implements Result<T> {}

        /// No thread was free for so long.
        record Busy<T>() implements Result<T> {}
    }

    public <T> Result<T> run(String name, Work<T> work) {
        try {
            if (!places.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Result.Busy<>();
            }
            return await(name, work);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result.Late<>();
        }
    }

    private <T> Result<T> await(String name, Work<T> work) throws InterruptedException {
        AtomicBoolean late = new AtomicBoolean();
        CompletableFuture<T> value = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name(name).start(() -> complete(value, work, late::get));
        try {
            return new Result.Finished<>(value.get(limit.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return new Result.Late<>();
        } catch (ExecutionException e) {
            return new Result.Failed<>(e.getCause() == null ? e : e.getCause());
        } finally {
            late.set(true);
        }
    }

    // Whatever a hostile file leads to, memory and stack included, ends this thread and nothing else.
    @SuppressWarnings("CatchAndPrintStackTrace")
    private <T> void complete(CompletableFuture<T> value, Work<T> work, BooleanSupplier isLate) {
        try {
            value.complete(work.run(isLate));
        } catch (Throwable failed) {
            value.completeExceptionally(failed);
        } finally {
            places.release();
        }
    }
}
