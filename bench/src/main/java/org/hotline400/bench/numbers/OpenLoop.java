package org.hotline400.bench.numbers;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.hotline400.bench.BenchFailedException;
import org.jspecify.annotations.Nullable;

/// Sends requests at times that were planned before, whatever has been answered until then: who waits for
/// answers asks less when the other side is slow, and does not see how slow it is. What a request took counts
/// from the planned time, to the last byte of the answer.
final class OpenLoop {
    /// Sent later than this after its time, a request is late.
    private static final long LATE_NANOS = 1_000_000;

    private static final Duration LAST_ANSWER_WITHIN = Duration.ofSeconds(30);
    private static final int OK = 200;

    private final HttpClient http;
    private final AtomicLongArray took;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();
    private int late;
    private long latest;

    /// @param latencies of all requests
    /// @param late how many were sent more than a millisecond after their time; what they waited is in their
    /// latency
    /// @param latest how much after its time the latest was sent
    record Result(Latencies latencies, int late, Duration latest) {}

    private OpenLoop(HttpClient http, int count) {
        this.http = http;
        this.took = new AtomicLongArray(count);
    }

    /// @param rate how many a second, evenly spaced
    /// @throws BenchFailedException unless every request is answered with 200
    static Result send(HttpClient http, List<HttpRequest> requests, int rate) throws InterruptedException {
        var loop = new OpenLoop(http, requests.size());
        loop.sendAll(requests, TimeUnit.SECONDS.toNanos(1) / rate);
        if (!loop.failures.isEmpty()) {
            throw new BenchFailedException(
                    "of " + requests.size() + " searches by HTTP some failed: " + new TreeMap<>(loop.failures));
        }
        var latencies = Latencies.of(IntStream.range(0, requests.size()).mapToLong(loop.took::get));
        return new Result(latencies, loop.late, Duration.ofNanos(loop.latest));
    }

    private void sendAll(List<HttpRequest> requests, long spacing) throws InterruptedException {
        var answers = new CompletableFuture<?>[requests.size()];
        long begin = System.nanoTime();
        for (int i = 0; i < answers.length; i++) {
            long planned = begin + i * spacing;
            awaitTime(planned);
            answers[i] = send(requests.get(i), i, planned);
        }
        awaitAll(CompletableFuture.allOf(answers));
    }

    private void awaitTime(long planned) {
        long now = System.nanoTime();
        for (; now < planned; now = System.nanoTime()) {
            LockSupport.parkNanos(planned - now);
        }
        late += now - planned > LATE_NANOS ? 1 : 0;
        latest = Math.max(latest, now - planned);
    }

    private CompletableFuture<?> send(HttpRequest request, int place, long planned) {
        return http.sendAsync(request, BodyHandlers.ofByteArray()).handle((answer, failure) -> {
            took.set(place, System.nanoTime() - planned);
            if (failure != null || answer.statusCode() != OK) {
                failures.merge(reason(answer, failure), 1, Integer::sum);
            }
            return place;
        });
    }

    private static String reason(@Nullable HttpResponse<byte[]> answer, @Nullable Throwable failure) {
        if (failure != null) {
            return failure.toString();
        }
        return answer == null ? "no answer" : "status " + answer.statusCode();
    }

    private void awaitAll(CompletableFuture<Void> all) throws InterruptedException {
        try {
            all.get(LAST_ANSWER_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            failures.merge("no answer for " + LAST_ANSWER_WITHIN.toSeconds() + " s", 1, Integer::sum);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
