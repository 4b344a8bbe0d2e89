package org.hotline400.server.numbers.stock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.internal.ConfigurationListener;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.NumberInService;
import org.hotline400.server.numbers.WallClock;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.roaringbitmap.RoaringBitmap;

/// Two nodes on one database, and a clock that is set.
class StockTest {
    /// It takes a quarter of a second; on a busy machine the threads must first get a core. Without the news it would
    /// be
    /// five.
    private static final Duration SOON = Duration.ofSeconds(4);
    private static final String TODAY = "2026-11-26T04:00:00Z";

    private final TestDatabase database = TestDatabase.create();
    private final ConfigurationListener listener = ConfigurationListener.start(database.access());
    private final WallClock clock = new WallClock(TODAY);
    private final RoaringBitmap taken = new RoaringBitmap();
    private final Stock here = node((topic, refresh) -> refresh.run());
    private final Stock there = node(listener);
    private final Segments segments =
            new Segments(database.transactions(), new SegmentRows(database.jdbc()), here, clock);
    private final StockImports imports = imports(here);

    private Stock node(ConfigurationChanges changes) {
        return new Stock(
                database.transactions(),
                new SegmentRows(database.jdbc()),
                new StockRows(database.jdbc()),
                changes,
                clock);
    }

    private StockImports imports(Stock stock) {
        return new StockImports(
                database.transactions(), new StockRows(database.jdbc()), stock, new Holders(taken), clock);
    }

    /// Numbers that are somebody's.
    private record Holders(RoaringBitmap taken) implements NumberDirectory {
        @Override
        public Optional<NumberInService> find(HotlineNumber number) {
            return Optional.empty();
        }
    }

    @BeforeEach
    void aFreshStock() {
        assertThat(there.onSale().getCardinality()).isEqualTo(6_000_000);
    }

    @AfterEach
    void stop() {
        listener.close();
        database.close();
    }

    @Test
    void a_segment_comes_on_sale_and_goes_at_midnight_in_shanghai() {
        segments.put(
                "4005",
                List.of(new Segment(
                        "4005",
                        Optional.of(NumberCarrier.MOBILE),
                        true,
                        LocalDate.of(2026, 12, 1),
                        Optional.of(LocalDate.of(2026, 12, 2)),
                        "by letter")),
                "Operator");
        var number = new HotlineNumber("4005000001");
        assertThat(here.isOnSale(number)).isFalse();

        clock.set("2026-11-30T15:59:59Z");
        assertThat(here.isOnSale(number)).isFalse();
        clock.set("2026-11-30T16:00:00Z");
        assertThat(here.isOnSale(number)).isTrue();
        assertThat(here.carrier(number)).contains(NumberCarrier.MOBILE);
        assertThat(here.onSale().getCardinality()).isEqualTo(7_000_000);
        await().atMost(SOON).until(() -> there.isOnSale(number));
        clock.set("2026-12-01T16:00:00Z");
        assertThat(here.isOnSale(number)).isFalse();
        assertThat(there.carrier(number)).isEmpty();
    }

    @Test
    void at_midnight_every_node_is_told_once() {
        var told = new AtomicInteger();
        listener.subscribe(Stock.TOPIC, told::incrementAndGet);
        int before = told.get();
        var midnight = new StockMidnight(database.transactions(), new StockRows(database.jdbc()), clock);

        assertThat(midnight.look()).isFalse();
        clock.set("2026-11-26T16:00:00Z");
        assertThat(midnight.look()).isTrue();
        assertThat(midnight.look()).isFalse();
        await().atMost(SOON).until(() -> told.get() > before);
    }

    @Test
    void what_the_operator_says_of_a_segment_counts_until_he_forgets_it() {
        var number = new HotlineNumber("4006123456");
        segments.put(
                "4006",
                List.of(new Segment(
                        "4006", Optional.empty(), false, LocalDate.of(2026, 1, 1), Optional.empty(), "given back")),
                "Operator");

        assertThat(here.isOnSale(number)).isFalse();
        await().atMost(SOON).until(() -> !there.isOnSale(number));
        assertThat(segments.all())
                .filteredOn(one -> one.segment().prefix().equals("4006"))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.change().orElseThrow().author()).isEqualTo("Operator"));
        assertThat(segments.all()).hasSize(10);

        assertThat(segments.forget("4006")).isTrue();
        assertThat(segments.forget("4006")).isFalse();
        assertThat(here.carrier(number)).contains(NumberCarrier.UNICOM);
        await().atMost(SOON).until(() -> there.isOnSale(number));
    }

    @Test
    void an_import_is_live_on_every_node_and_the_later_one_counts() {
        var kept = done("4008880000,4008889999,off-sale\n");
        assertThat(kept.report().effect()).isEqualTo(new ImportReport.Effect(10_000, 0, 10_000, 0, 0));
        var some = done("4008885000,4008885009,on-sale\n4008880000,off-sale\n");
        assertThat(some.report().effect()).isEqualTo(new ImportReport.Effect(11, 10, 0, 1, 0));

        assertThat(some.number()).isEqualTo(kept.number() + 1);
        assertThat(here.onSale().getCardinality()).isEqualTo(5_990_010);
        await().atMost(SOON).untilAsserted(() -> assertThat(there.onSale()).isEqualTo(here.onSale()));
        assertThat(node((topic, refresh) -> refresh.run()).onSale())
                .as("a node that starts now")
                .isEqualTo(here.onSale());
    }

    @Test
    void a_dry_run_tells_what_the_import_does_and_changes_nothing() {
        done("4008880000,4008880099,off-sale\n");
        taken.add(8_880_000);
        taken.add(8_890_000);
        var file = "4008880000,4008880149,on-sale\n4008890000,off-sale\n4005000000,4005000009\n4008880010\n";
        var before = here.onSale().clone();

        var tried = (ImportAnswer.Tried) take(imports, file, true);
        assertThat(here.onSale()).isEqualTo(before);
        assertThat(imports.list(Optional.empty(), 10).items()).hasSize(1);
        var made = done(file);

        assertThat(tried.report()).isEqualTo(made.report());
        assertThat(made.report().effect()).isEqualTo(new ImportReport.Effect(161, 100, 1, 50, 10));
        assertThat(made.report().conflicts())
                .isEqualTo(new ImportReport.Conflicts(2, List.of("4008880000", "4008890000")));
        assertThat(made.report().overlaps())
                .isEqualTo(new ImportReport.Overlaps(1, List.of(new ImportReport.Overlap(4, 1))));
        assertThat(imports.find(made.number()))
                .as("as it is kept")
                .hasValueSatisfying(kept -> assertThat(kept.report()).isEqualTo(made.report()));
    }

    @Test
    void one_line_that_is_wrong_refuses_the_whole_file() {
        var file = "4008880000,4008889999,off-sale\n400888\n";
        var tried = (ImportAnswer.Tried) take(imports, file, true);
        assertThat(tried.report().faults().count()).isEqualTo(1);
        assertThat(tried.report().effect().setOffSale()).isEqualTo(10_000);

        assertThatThrownBy(() -> take(imports, file, false))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("lines[2].first");
        assertThat(here.onSale().getCardinality()).isEqualTo(6_000_000);
        assertThat(imports.list(Optional.empty(), 10).items()).isEmpty();
    }

    @Test
    void the_file_that_was_taken_in_last_is_not_taken_in_again() {
        var first = done("4008880000,off-sale\n");
        assertThat(take(imports, "4008880000,off-sale\n", false)).isEqualTo(new ImportAnswer.Repeated(first));
        assertThat(take(imports, "4008880000,off-sale\n", true)).isEqualTo(new ImportAnswer.Repeated(first));
        done("4008880000,on-sale\n");

        var again = done("4008880000,off-sale\n");
        assertThat(again.number()).isEqualTo(first.number() + 2);
        assertThat(here.isOnSale(new HotlineNumber("4008880000"))).isFalse();
    }

    @Test
    void two_imports_at_once_are_taken_in_one_after_the_other() {
        var one = CompletableFuture.supplyAsync(() -> take(imports, "4008880000,4008889999,off-sale\n", false));
        var other = CompletableFuture.supplyAsync(() -> take(imports, "4008885000,4008894999,off-sale\n", false));

        assertThat(List.of(one.join(), other.join()))
                .allSatisfy(answer -> assertThat(answer).isInstanceOf(ImportAnswer.Done.class));
        assertThat(imports.list(Optional.empty(), 10).items())
                .extracting(StockImport::number)
                .containsExactly(2, 1);
        assertThat(imports.list(Optional.empty(), 10).items().stream()
                        .mapToInt(made -> made.report().effect().setOffSale())
                        .sum())
                .as("each number was taken off sale by one of them")
                .isEqualTo(15_000);
        assertThat(here.onSale().getCardinality()).isEqualTo(5_985_000);
    }

    @Test
    void while_another_node_imports_one_is_told_to_come_again() {
        var rows = new StockRows(database.jdbc());
        var answer = database.transactions().asOperator(() -> {
            assertThat(rows.tryLock()).isTrue();
            return CompletableFuture.supplyAsync(() -> take(imports(there), "4008880000,off-sale\n", false))
                    .join();
        });

        assertThat(answer).isEqualTo(new ImportAnswer.Busy());
        assertThat(imports.list(Optional.empty(), 10).items()).isEmpty();
    }

    @Test
    void a_file_that_names_no_number_is_refused() {
        assertThatThrownBy(() -> take(imports, "first,last,state,note\n\n", true))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("names no number");
    }

    private StockImport done(String text) {
        return ((ImportAnswer.Done) take(imports, text, false)).made();
    }

    private static ImportAnswer take(StockImports imports, String text, boolean dryRun) {
        try (var file = StockFile.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)))) {
            return imports.take(file, new ImportOrder("numbers.csv", true, dryRun, "Operator"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
