package org.hotline400.server.numbers;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.internal.DueNumbers;
import org.hotline400.server.numbers.internal.NumberRegister;
import org.hotline400.server.numbers.internal.NumberRows;
import org.hotline400.server.testing.TestDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/// The life cycle on a database of its own, with a clock that a test moves and facts that it reads.
final class NumberOffice implements AutoCloseable {
    private static final Actor OPERATOR = new Actor("Operator", "in a test");

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2026-03-02T01:00:00Z"));
    private final List<Object> facts = Collections.synchronizedList(new ArrayList<>());
    private final TestDatabase database = TestDatabase.create();
    private final Transactions transactions = database.transactions();
    private final HotlineNumbers numbers;
    private final DueNumbers due;
    private final AtomicInteger factsUntilFailure = new AtomicInteger(Integer.MAX_VALUE);

    NumberOffice() {
        var rows = new NumberRows(database.jdbc());
        var register = new NumberRegister(rows, this::publish, settings(Map.of()), clock());
        this.numbers = new HotlineNumbers(transactions, rows, register, onSale(), settings(Map.of()), clock());
        this.due = new DueNumbers(transactions, rows, register, clock());
    }

    static HotlineSettings settings(Map<String, String> properties) {
        return new Binder(new MapConfigurationPropertySource(properties))
                .bindOrCreate("hotline", HotlineSettings.class);
    }

    private Clock clock() {
        InstantSource source = now::get;
        return source.withZone(ZoneOffset.UTC);
    }

    static ObjectProvider<OnSale> onSale() {
        return new ObjectProvider<>() {
            @Override
            public Stream<OnSale> stream() {
                return Stream.of(OnSale.KNOWN_SEGMENTS);
            }
        };
    }

    /// The last thing that a change does in its transaction.
    private void publish(Object fact) {
        if (factsUntilFailure.getAndDecrement() <= 0) {
            throw new IllegalStateException("the node dies here");
        }
        facts.add(fact);
    }

    /// Lets the change fail that publishes the fact after so many more.
    void failAfter(int more) {
        factsUntilFailure.set(more);
    }

    void failNoMore() {
        factsUntilFailure.set(Integer.MAX_VALUE);
    }

    HotlineNumbers numbers() {
        return numbers;
    }

    Instant now() {
        return now.get();
    }

    void pass(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    /// Ends what is due, as the timer does.
    int runDue() {
        return due.runDue();
    }

    /// What was published since this was asked last.
    List<Object> news() {
        synchronized (facts) {
            var news = List.copyOf(facts);
            facts.clear();
            return news;
        }
    }

    TenantId tenant() {
        return tenants(1).getFirst();
    }

    List<TenantId> tenants(int count) {
        return transactions.asOperator(() -> database.jdbc()
                .sql("""
                        insert into identity.tenants (tenant, name, created_at)
                        select gen_random_uuid(), 'Tenant ' || i, now() from generate_series(1, ?) i returning tenant
                        """)
                .param(count)
                .query((row, _) -> new TenantId(row.getObject("tenant", UUID.class)))
                .list());
    }

    NumberChange hold(HotlineNumber number, TenantId tenant) {
        return numbers.hold(number, tenant, by(tenant));
    }

    NumberChange assign(HotlineNumber number, TenantId tenant) {
        return numbers.assign(number, tenant, OPERATOR);
    }

    NumberChange apply(HotlineNumber number, NumberEvent event) {
        return numbers.apply(number, event, OPERATOR);
    }

    static Actor by(TenantId tenant) {
        return new Actor(tenant, "Somebody", "in a test");
    }

    static Actor operator() {
        return OPERATOR;
    }

    NumberInService find(HotlineNumber number) {
        return numbers.find(number).orElseThrow();
    }

    /// What has happened to a number, the first thing first: `hold available → held`.
    List<String> story(HotlineNumber number) {
        return history(number).stream()
                .map(one -> one.event().code() + " " + one.from().code() + " → "
                        + one.to().code())
                .toList();
    }

    /// The first thing first.
    List<NumberTransition> history(HotlineNumber number) {
        return transactions
                .asOperator(() -> numbers.history(number, Optional.empty(), 2_000))
                .items()
                .reversed();
    }

    /// What a tenant sees of it, the first thing first.
    List<NumberEvent> historyFor(TenantId tenant, HotlineNumber number) {
        return transactions
                .asTenant(tenant, () -> numbers.history(number, Optional.empty(), 2_000))
                .items()
                .reversed()
                .stream()
                .map(NumberTransition::event)
                .toList();
    }

    @Override
    public void close() {
        database.close();
    }
}
