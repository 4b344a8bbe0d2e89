package org.hotline400.bench.platform;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.hotline400.bench.BenchFailedException;

/// Fills a platform with customers: enterprises of a hundred numbers each, in service, with a plan published for every
/// number.
///
/// The first enterprise is taken in over REST. The others are copies of its rows, made by SQL in one
/// transaction: row for row what REST would have written, in seconds.
public final class Provisioning {
    /// 400 numbers have seven digits of their own.
    private static final int FIRST_NUMBER = 1_000_000;

    private static final int MOST_NUMBERS = 1_000_000;
    private static final int NUMBERS_AN_ENTERPRISE = 100;
    private static final Duration LIVE_WITHIN = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(100);

    private static final List<String> COPY = List.of("""
            create temporary table fresh on commit drop as
            select number, e.tenant
              from (select i, '400' || i as number, (i - %1$d) / %3$d as enterprise
                      from generate_series(%1$d + %3$d, %1$d + %2$d - 1) as i) as numbers
              join (select e, gen_random_uuid() as tenant
                      from generate_series(1, (%2$d - 1) / %3$d) as e) as e on e.e = numbers.enterprise""", """
            insert into identity.tenants (tenant, name, created_at)
            select tenant, 'Enterprise of ' || min(number), now() from fresh group by tenant""", """
            insert into numbers.hotline_numbers (number, tenant, status, since)
            select fresh.number, fresh.tenant, model.status, now()
              from fresh, numbers.hotline_numbers as model where model.number = '400%1$d'""", """
            insert into numbers.transitions (id, number, tenant, event, from_status, to_status, at, actor, reason)
            select gen_random_uuid(), fresh.number, fresh.tenant, event, from_status, to_status, now(), actor, reason
              from fresh, numbers.transitions as model where model.number = '400%1$d'""", """
            insert into callplans.plans (tenant, number, version, document, author, note, published_at)
            select fresh.tenant, fresh.number, version, document, author, note, now()
              from fresh, callplans.plans as model where model.number = '400%1$d'""");

    private final PlatformUnderTest platform;
    private final RestApi api;

    public Provisioning(PlatformUnderTest platform, RestApi api) {
        this.platform = platform;
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

    /// Puts so many numbers into service and returns when calls to them are led by the plan.
    ///
    /// @param plan the document, as `PUT /api/v1/numbers/{number}/plan` takes it
    /// @return the numbers
    public List<String> load(int count, String plan) throws InterruptedException {
        var numbers = numbers(count);
        loadEnterprise(numbers.subList(0, Math.min(count, NUMBERS_AN_ENTERPRISE)), plan);
        if (count > NUMBERS_AN_ENTERPRISE) {
            copyEnterprise(count);
        }
        awaitLive(numbers.getFirst());
        awaitLive(numbers.getLast());
        return numbers;
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

    private void copyEnterprise(int count) {
        try (Connection connection = PlatformDatabase.connect(platform);
                var statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (var sql : COPY) {
                statement.execute(sql.formatted(FIRST_NUMBER, count, NUMBERS_AN_ENTERPRISE));
            }
            connection.commit();
        } catch (SQLException e) {
            throw new BenchFailedException("the enterprise cannot be copied: " + e.getMessage());
        }
    }

    /// Asks the platform what would happen to a call, until it is no longer a call to an unknown number.
    private void awaitLive(String number) throws InterruptedException {
        var deadline = System.nanoTime() + LIVE_WITHIN.toNanos();
        while (!isLive(number)) {
            if (System.nanoTime() > deadline) {
                throw platform.failed("did not lead calls to " + number + " within " + LIVE_WITHIN.toSeconds() + " s");
            }
            Thread.sleep(POLL);
        }
    }

    private boolean isLive(String number) {
        return api.post("/api/v1/numbers/" + number + "/plan/rehearse", "{}")
                .at("/call/plan")
                .isObject();
    }
}
