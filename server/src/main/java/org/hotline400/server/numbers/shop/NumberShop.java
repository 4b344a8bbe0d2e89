package org.hotline400.server.numbers.shop;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.promotions.PromotedNumbers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/// The catalogue as it stands now. It is made beside the first calls, once the server is up, and then follows
/// what changes.
///
/// One thread of low priority does all of it. Ten times a second it looks whether something has changed; all
/// that changed since goes into one new catalogue. So a thousand holds a second make ten catalogues a second
/// and not a thousand, and a change is to be seen some tenths of a second after its commit.
@Service
public class NumberShop implements PromotedNumbers, DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(NumberShop.class);
    private static final Duration REST = Duration.ofMillis(100);

    private final Sources sources;
    private final IndexSource indexes;
    private final Clock clock;
    private final Set<Part> stale = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor thread;
    private LocalDate today;
    private @Nullable CurrentMarket market;
    private volatile @Nullable ShopWindow window;
    private volatile ShopState state = ShopState.CLOSED;

    // Nothing relies on the priority; where the system heeds it, calls go first.
    @SuppressWarnings("ThreadPriorityCheck")
    NumberShop(Sources sources, IndexSource indexes, ConfigurationChanges changes, Clock clock) {
        this.sources = sources;
        this.indexes = indexes;
        this.clock = clock;
        this.today = today();
        this.thread = new ScheduledThreadPoolExecutor(
                1,
                Thread.ofPlatform()
                        .name("number-shop")
                        .priority(Thread.MIN_PRIORITY)
                        .daemon()
                        .factory());
        for (var part : Part.values()) {
            changes.subscribe(part.topic(), () -> stale.add(part));
        }
    }

    /// Begins to make the catalogue, and returns at once.
    @EventListener(ApplicationReadyEvent.class)
    public void open() {
        thread.execute(this::build);
    }

    private void build() {
        try {
            long began = System.nanoTime();
            var index = indexes.make();
            var took = Duration.ofNanos(System.nanoTime() - began);
            state = state.built(took, index.bytes());
            LOG.info("The catalogue of all 400 numbers stands: {} ms, {} MB", took.toMillis(), index.bytes() >> 20);
            stale.clear();
            market = new CurrentMarket(sources, index);
            stale.add(Part.PROMOTIONS);
            var _ = thread.scheduleWithFixedDelay(this::look, 0, REST.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException | OutOfMemoryError e) {
            LOG.error("the catalogue of 400 numbers could not be made: nobody can search until the next start", e);
        }
    }

    /// Brings in what has changed since the last look.
    private void look() {
        var changed = EnumSet.noneOf(Part.class);
        try {
            addChanged(changed);
            if (!changed.isEmpty()) {
                follow(changed);
            }
        } catch (RuntimeException e) {
            stale.addAll(changed);
            LOG.warn("could not bring changes of {} into the catalogue, trying again: {}", changed, e.toString());
        }
    }

    private void addChanged(Set<Part> changed) {
        var now = today();
        if (!now.equals(today)) {
            today = now;
            changed.add(Part.STOCK);
            changed.add(Part.PRICES);
        }
        if (current().hasOtherPromotions()) {
            changed.add(Part.PROMOTIONS);
        }
        // Taken off before they are read: what changes meanwhile is read again.
        for (var part : Part.values()) {
            if (stale.remove(part)) {
                changed.add(part);
            }
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(BusinessTime.ZONE));
    }

    private void follow(Set<Part> changed) {
        long began = System.nanoTime();
        window = current().follow(changed);
        state = state.followed(clock.instant(), Duration.ofNanos(System.nanoTime() - began));
    }

    private CurrentMarket current() {
        var there = market;
        if (there == null) {
            throw new IllegalStateException("the index comes first");
        }
        return there;
    }

    /// What is to be found now; empty until the catalogue stands.
    public Optional<ShopWindow> window() {
        return Optional.ofNullable(window);
    }

    public ShopState state() {
        return state;
    }

    /// {@inheritDoc}
    ///
    /// @throws IllegalStateException until the catalogue stands
    @Override
    public boolean finds(NumberQuery query, HotlineNumber number) {
        return window().orElseThrow(() -> new IllegalStateException("the catalogue of 400 numbers is being made"))
                .finds(query, number);
    }

    @Override
    public void destroy() {
        thread.shutdownNow();
    }
}
