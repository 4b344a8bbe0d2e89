package org.hotline400.server.lists;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.hotline400.server.database.internal.ConfigurationListener;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.internal.EntryRows;
import org.hotline400.server.lists.internal.ListRows;
import org.hotline400.server.lists.internal.LiveLists;
import org.hotline400.server.regions.Region;
import org.hotline400.server.testing.TestDatabase;
import org.hotline400.server.web.CsvFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/// Two nodes on one database: what one changes, the other has within a second.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ListsTest {
    /// It takes a quarter of a second; on a busy machine the threads must first get a core. Without the news it would
    /// be
    /// five.
    private static final Duration SOON = Duration.ofSeconds(4);
    private static final ListName NAME = new ListName("nuisance-callers");
    private static final HotlineNumber NUMBER = new HotlineNumber("4001110001");

    private final StaticListableBeanFactory users = new StaticListableBeanFactory();
    private TestDatabase database;
    private Node here;
    private Node there;

    /// A node's lists with all that they stand on.
    private record Node(ConfigurationListener listener, LiveLists live, CallerLists lists, ListFiles files) {
        static Node on(TestDatabase database, StaticListableBeanFactory users) {
            var transactions = database.transactions();
            var rows = new ListRows(database.jdbc());
            var entries = new EntryRows(database.jdbc());
            var listener = ConfigurationListener.start(database.access());
            var live = new LiveLists(transactions, rows, entries, listener);
            var lists = new CallerLists(
                    transactions, rows, entries, live, users.getBeanProvider(ListUse.class), Clock.systemUTC());
            return new Node(
                    listener, live, lists, new ListFiles(transactions, lists, rows, entries, Clock.systemUTC()));
        }

        boolean covers(TenantId tenant, String caller) {
            return live.find(tenant, NAME)
                    .flatMap(list ->
                            list.covers(CallerNumber.of(caller, ""), Region.UNKNOWN, Instant.now(Clock.systemUTC())))
                    .isPresent();
        }

        void close() {
            live.close();
            listener.close();
        }
    }

    @BeforeAll
    void start() {
        database = TestDatabase.create();
        here = Node.on(database, users);
        there = Node.on(database, users);
    }

    @AfterAll
    void stop() {
        here.close();
        there.close();
        database.close();
    }

    @Test
    void what_is_put_on_a_list_counts_here_at_once_and_there_within_a_second() {
        var tenant = tenant();
        make(tenant, ListKind.BLACK);

        put(tenant, "number:13800138000");
        assertThat(here.covers(tenant, "13800138000")).isTrue();
        await().atMost(SOON).until(() -> there.covers(tenant, "13800138000"));

        assertThat(here.lists().remove(tenant, NAME, EntryPattern.ofId("number:13800138000")))
                .isInstanceOf(ListChange.Done.class);
        assertThat(here.covers(tenant, "13800138000")).isFalse();
        await().atMost(SOON).until(() -> !there.covers(tenant, "13800138000"));

        put(tenant, "number:13800138000");
        await().atMost(SOON).until(() -> there.covers(tenant, "13800138000"));
    }

    @Test
    void a_list_that_is_deleted_is_gone_everywhere_and_a_new_one_of_its_name_is_empty() {
        var tenant = tenant();
        make(tenant, ListKind.BLACK);
        put(tenant, "prefix:138");
        await().atMost(SOON).until(() -> there.covers(tenant, "13800138000"));

        assertThat(there.lists().delete(tenant, NAME)).isInstanceOf(ListChange.Done.class);
        await().atMost(SOON).until(() -> here.live().find(tenant, NAME).isEmpty());

        make(tenant, ListKind.VIP);
        await().atMost(SOON)
                .until(() -> there.live()
                        .find(tenant, NAME)
                        .filter(list -> list.kind() == ListKind.VIP)
                        .isPresent());
        assertThat(here.covers(tenant, "13800138000")).isFalse();
        assertThat(there.covers(tenant, "13800138000")).isFalse();
    }

    @Test
    void a_new_pin_counts_everywhere_though_no_entry_changed() {
        var tenant = tenant();
        make(tenant, ListKind.GREY);
        put(tenant, "prefix:138");
        var list = here.lists().describe(tenant, NAME, Optional.empty(), new PinOrder.Set(new Pin("2468")));
        assertThat(list.orElseThrow(ListsTest::unexpected).hasPin()).isTrue();

        await().atMost(SOON).until(() -> pinFits(there, tenant, "2468"));
        assertThat(pinFits(here, tenant, "2468")).isTrue();
        assertThat(pinFits(here, tenant, "1357")).isFalse();
    }

    private static boolean pinFits(Node node, TenantId tenant, String digits) {
        var list = node.live().find(tenant, NAME).orElseThrow();
        return list.covers(CallerNumber.of("13800138000", ""), Region.UNKNOWN, Instant.EPOCH)
                .filter(entry -> list.pinFits(entry, digits))
                .isPresent();
    }

    @Test
    void a_large_file_replaces_a_list_and_a_small_change_after_it_is_there_within_a_second() throws IOException {
        var tenant = tenant();
        make(tenant, ListKind.BLACK);
        put(tenant, "number:13900139000");

        var report = take(tenant, numbers(0, 100_000), ImportOrder.Mode.REPLACE);
        assertThat(report).isEqualTo(new ImportReport(100_000, 100_000, 0, 1, 100_000, "UTF-8"));
        assertThat(here.covers(tenant, "13900139000")).isFalse();
        assertThat(here.covers(tenant, "13800099999")).isTrue();
        await().atMost(Duration.ofSeconds(10)).until(() -> there.covers(tenant, "13800099999"));

        put(tenant, "number:13900139000");
        await().atMost(SOON).until(() -> there.covers(tenant, "13900139000"));
        assertThat(there.live().find(tenant, NAME).orElseThrow().size()).isEqualTo(100_001);
    }

    @Test
    @Tag("long")
    void a_million_numbers_are_taken_in_and_are_as_quick_to_change_as_ten() throws IOException {
        var tenant = tenant();
        make(tenant, ListKind.BLACK);

        assertThat(take(tenant, numbers(0, 1_000_000), ImportOrder.Mode.REPLACE).entries())
                .isEqualTo(1_000_000);
        await().atMost(Duration.ofSeconds(30)).until(() -> there.covers(tenant, "13800999999"));
        assertThat(here.lists().put(tenant, NAME, EntryOrder.of(EntryPattern.ofId("number:13900139000"))))
                .isEqualTo(new ListChange.Refused<>(new ListRefusal.Full(ListBounds.MOST_ENTRIES)));

        here.lists().remove(tenant, NAME, EntryPattern.ofId("number:13800000000"));
        put(tenant, "number:13900139000");
        await().atMost(SOON).until(() -> there.covers(tenant, "13900139000"));
        assertThat(there.covers(tenant, "13800000000")).isFalse();
        assertThat(here.lists().delete(tenant, NAME)).isInstanceOf(ListChange.Done.class);
    }

    /// The other node forgets nothing and keeps nothing, whatever is removed in between.
    @Test
    void replacing_again_and_again_leaves_both_nodes_with_the_same_list() throws IOException {
        var tenant = tenant();
        make(tenant, ListKind.BLACK);
        for (int round = 0; round < 6; round++) {
            take(tenant, numbers(round * 300, round * 300 + 1_200), ImportOrder.Mode.REPLACE);
            put(tenant, "number:1390013900" + round);
        }
        var report = take(tenant, numbers(0, 10), ImportOrder.Mode.MERGE);
        assertThat(report.entries()).isEqualTo(1_200 + 1 + 10);

        await().atMost(Duration.ofSeconds(3))
                .until(() -> there.live().find(tenant, NAME).orElseThrow().size() == 1_211);
        var late = Node.on(database, users);
        try {
            for (int i = 0; i < 3_000; i++) {
                var caller = "138%08d".formatted(i);
                boolean expected = i < 10 || (i >= 1_500 && i < 2_700);
                assertThat(here.covers(tenant, caller)).as(caller).isEqualTo(expected);
                assertThat(there.covers(tenant, caller)).as(caller).isEqualTo(expected);
                assertThat(late.covers(tenant, caller)).as(caller).isEqualTo(expected);
            }
        } finally {
            late.close();
        }
    }

    @Test
    void a_dry_run_tells_what_would_be_done_and_does_nothing() throws IOException {
        var tenant = tenant();
        make(tenant, ListKind.BLACK);
        put(tenant, "number:13800000000");
        put(tenant, "number:13900139000");

        try (var file = file(numbers(0, 3))) {
            var told = here.files().take(tenant, NAME, file, new ImportOrder(ImportOrder.Mode.REPLACE, true));
            assertThat(told.orElseThrow(ListsTest::unexpected)).isEqualTo(new ImportReport(3, 2, 1, 1, 3, "UTF-8"));
        }
        assertThat(here.covers(tenant, "13900139000")).isTrue();
        assertThat(here.covers(tenant, "13800000001")).isFalse();
        assertThat(here.lists().find(tenant, NAME).orElseThrow().entries()).isEqualTo(2);
    }

    @Test
    void what_an_import_leaves_as_it_was_is_not_read_again() throws IOException {
        var tenant = tenant();
        make(tenant, ListKind.BLACK);
        take(tenant, numbers(0, 1_000), ImportOrder.Mode.REPLACE);
        take(tenant, numbers(1, 1_001), ImportOrder.Mode.REPLACE);

        long changed = database.transactions()
                .asTenant(
                        tenant,
                        () -> database.jdbc()
                                .sql("select count(*) from lists.entries where tenant = ? and version = 3")
                                .param(tenant.value())
                                .query(Long.class)
                                .single());
        assertThat(changed).isEqualTo(1);
    }

    @Test
    void a_list_that_a_live_plan_names_is_not_deleted() {
        var tenant = tenant();
        make(tenant, ListKind.BLACK);
        users.addBean("plans", (ListUse)
                (asked, name) -> asked.equals(tenant) && name.equals(NAME) ? List.of(NUMBER) : List.of());

        assertThat(here.lists().delete(tenant, NAME))
                .isEqualTo(new ListChange.Refused<>(new ListRefusal.InUse(List.of(NUMBER))));
        assertThat(here.live().find(tenant, NAME)).isPresent();
    }

    @Test
    void only_the_operators_blacklists_count_for_the_whole_platform() {
        var tenant = tenant();
        make(tenant, ListKind.BLACK);
        assertThat(names(here.live().platformBlacklists())).doesNotContain(NAME.value());

        var frauds = new ListName("known-frauds");
        here.lists().create(TenantId.OPERATOR, new ListOrder(frauds, ListKind.BLACK, "", Optional.empty()));
        here.lists()
                .create(TenantId.OPERATOR, new ListOrder(new ListName("testers"), ListKind.VIP, "", Optional.empty()));
        here.lists().put(TenantId.OPERATOR, frauds, EntryOrder.of(EntryPattern.ofId("number:13800138000")));

        assertThat(names(here.live().platformBlacklists())).containsExactly("known-frauds");
        await().atMost(SOON)
                .until(() -> there.live().platformBlacklists().stream().anyMatch(list -> list.size() == 1));
        here.lists().delete(TenantId.OPERATOR, frauds);
        assertThat(here.live().platformBlacklists()).isEmpty();
        await().atMost(SOON).until(() -> there.live().platformBlacklists().isEmpty());
    }

    private static List<String> names(List<CallerList> lists) {
        return lists.stream().map(list -> list.name().value()).collect(Collectors.toList());
    }

    private TenantId tenant() {
        var tenant = new TenantId(org.hotline400.server.kernel.Ids.next());
        database.transactions().asOperator(() -> {
            database.jdbc()
                    .sql("insert into identity.tenants (tenant, name, created_at) values (?, 'Shop', now())")
                    .param(tenant.value())
                    .update();
        });
        return tenant;
    }

    private void make(TenantId tenant, ListKind kind) {
        assertThat(here.lists().create(tenant, new ListOrder(NAME, kind, "", Optional.empty())))
                .isInstanceOf(ListChange.Done.class);
    }

    private void put(TenantId tenant, String id) {
        assertThat(here.lists().put(tenant, NAME, EntryOrder.of(EntryPattern.ofId(id))))
                .isInstanceOf(ListChange.Done.class);
    }

    private ImportReport take(TenantId tenant, String text, ImportOrder.Mode mode) throws IOException {
        try (var file = file(text)) {
            return here.files()
                    .take(tenant, NAME, file, new ImportOrder(mode, false))
                    .orElseThrow(ListsTest::unexpected);
        }
    }

    private static IllegalStateException unexpected(ListRefusal refusal) {
        return new IllegalStateException("refused: " + refusal);
    }

    private static CsvFile file(String text) throws IOException {
        return CsvFile.receive(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), 100_000_000);
    }

    private static String numbers(int from, int to) {
        return IntStream.range(from, to)
                .mapToObj("138%08d"::formatted)
                .collect(Collectors.joining("\n", "pattern\n", "\n"));
    }
}
