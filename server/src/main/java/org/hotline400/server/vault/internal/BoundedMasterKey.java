package org.hotline400.server.vault.internal;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.hotline400.server.vault.MasterKeyException;
import org.hotline400.server.vault.MasterKeySource;
import org.jspecify.annotations.Nullable;

/// A master key at a service that may be silent: nobody waits for it longer than the bound.
final class BoundedMasterKey implements MasterKeySource {
    static final Duration LONGEST = Duration.ofSeconds(10);

    private final MasterKeySource source;
    private final Duration longest;

    BoundedMasterKey(MasterKeySource source, Duration longest) {
        this.source = source;
        this.longest = longest;
    }

    @Override
    public String id() {
        return source.id();
    }

    @Override
    public String place() {
        return source.place();
    }

    @Override
    public byte[] wrap(byte[] key, String context) {
        return bounded(() -> source.wrap(key, context));
    }

    @Override
    public byte[] unwrap(byte[] wrapped, String context) {
        return bounded(() -> source.unwrap(wrapped, context));
    }

    private byte[] bounded(Supplier<byte[]> question) {
        var answer = new CompletableFuture<byte[]>();
        Thread asking = Thread.ofVirtual().name("master-key").start(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException | Error e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get(longest.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            asking.interrupt();
            throw new MasterKeyException.Unavailable(
                    source.place() + " did not answer within " + longest.toMillis() + " ms", e);
        } catch (InterruptedException e) {
            asking.interrupt();
            Thread.currentThread().interrupt();
            throw new MasterKeyException.Unavailable("interrupted while " + source.place() + " was asked", e);
        } catch (ExecutionException e) {
            throw failure(e.getCause());
        }
    }

    private RuntimeException failure(@Nullable Throwable cause) {
        if (cause instanceof MasterKeyException known) {
            return known;
        }
        // Whatever else a service's library throws, it may be better in a moment.
        return new MasterKeyException.Unavailable(
                source.place() + " failed: " + cause, Objects.requireNonNullElseGet(cause, IllegalStateException::new));
    }
}
