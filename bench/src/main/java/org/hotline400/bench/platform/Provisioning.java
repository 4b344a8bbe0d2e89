package org.hotline400.bench.platform;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.hotline400.bench.BenchFailedException;

/// Fills a platform with customers over REST: enterprises, their numbers in service, and a plan published for each.
public final class Provisioning {
    /// 400 numbers have seven digits of their own.
    private static final int FIRST_NUMBER = 1_000_000;

    private static final int MOST_NUMBERS = 1_000_000;
    private static final int NUMBERS_AN_ENTERPRISE = 100;
    private static final int AT_ONCE = 8;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final RestApi api;

    public Provisioning(RestApi api) {
        this.api = api;
    }

    /// The numbers that [#load] puts into service, `4001000000` and so on.
    public static List<String> numbers(int count) {
        if (count < 1 || count > MOST_NUMBERS) {
            throw new BenchFailedException(2, "--numbers takes 1 to " + MOST_NUMBERS + ", was " + count);
        }
        return IntStream.range(0, count)
                .mapToObj(i -> "400" + (FIRST_NUMBER + i))
                .toList();
    }

    /// Puts these numbers into service for enterprises of a hundred each and publishes the plan for every one.
    ///
    /// @param plan the document, as `PUT /api/v1/numbers/{number}/plan` takes it
    public void load(List<String> numbers, String plan) throws InterruptedException {
        try (var workers = Executors.newFixedThreadPool(
                AT_ONCE, Thread.ofVirtual().name("provisioning-", 0).factory())) {
            var work = new ArrayList<Future<?>>();
            for (int from = 0; from < numbers.size(); from += NUMBERS_AN_ENTERPRISE) {
                var share = numbers.subList(from, Math.min(numbers.size(), from + NUMBERS_AN_ENTERPRISE));
                work.add(workers.submit(() -> loadEnterprise(share, plan)));
            }
            await(work, workers::shutdownNow);
        }
    }

    private void loadEnterprise(List<String> numbers, String plan) {
        var name = "Enterprise of " + numbers.getFirst();
        var tenant = api.post("/api/v1/tenants", "{\"name\": \"" + name + "\"}")
                .at("/id")
                .asString();
        var order = """
                {"tenant": "%s", "status": "active", "reason": "bench"}""".formatted(tenant);
        for (var number : numbers) {
            api.put("/api/v1/numbers/" + number, order);
            api.put("/api/v1/numbers/" + number + "/plan", plan);
        }
    }

    private static void await(List<Future<?>> work, Runnable otherwise) throws InterruptedException {
        var deadline = System.nanoTime() + WITHIN.toNanos();
        try {
            for (var one : work) {
                one.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            }
        } catch (ExecutionException e) {
            otherwise.run();
            throw e.getCause() instanceof BenchFailedException failed ? failed : new IllegalStateException(e);
        } catch (TimeoutException e) {
            otherwise.run();
            throw new BenchFailedException("the numbers were not loaded within " + WITHIN.toMinutes() + " minutes");
        }
    }
}
