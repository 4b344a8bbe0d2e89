package org.hotline400.server.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.regions.Region;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallerListTest {
    private static final Instant NOW = Instant.parse("2026-02-16T02:00:00Z");
    private static final ListName NAME = new ListName("some-callers");
    private static final Region SHENZHEN = new Region("广东", "深圳", "440300", "0755", "中国移动");
    private static final Region BEIJING = new Region("北京", "北京", "110100", "010", "中国联通");
    private static final Region XIANTAO = new Region("湖北", "仙桃", "429004", "0728", "");

    @Test
    void the_entry_that_says_most_of_a_caller_is_the_one_that_counts() {
        var list = list(
                "region:440000", "region:440300", "area-code:0755", "prefix:138", "prefix:1380", "number:13800138000");
        var caller = caller("13800138000");

        assertThat(covering(list, caller, SHENZHEN)).hasValue("number:13800138000");
        list = without(list, "number:13800138000");
        assertThat(covering(list, caller, SHENZHEN)).hasValue("prefix:1380");
        list = without(list, "prefix:1380");
        assertThat(covering(list, caller, SHENZHEN)).hasValue("prefix:138");
        list = without(list, "prefix:138");
        assertThat(covering(list, caller, SHENZHEN)).hasValue("area-code:0755");
        list = without(list, "area-code:0755");
        assertThat(covering(list, caller, SHENZHEN)).hasValue("region:440300");
        list = without(list, "region:440300");
        assertThat(covering(list, caller, SHENZHEN)).hasValue("region:440000");
        list = without(list, "region:440000");
        assertThat(covering(list, caller, SHENZHEN)).isEmpty();
        assertThat(list.size()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "region:110000, 13800138000",
        "region:110100, 13800138000",
        "area-code:010, 01086001234",
        "prefix:010, 010 8600 1234"
    })
    void a_municipality_is_province_and_city_in_one(String entry, String caller) {
        assertThat(covering(list(entry), caller(caller), BEIJING)).isPresent();
        assertThat(covering(list(entry), caller("13900139000"), SHENZHEN)).isEmpty();
    }

    @Test
    void a_city_directly_under_its_province_is_covered_by_either() {
        assertThat(covering(list("region:429004"), caller("13800138000"), XIANTAO))
                .isPresent();
        assertThat(covering(list("region:420000"), caller("13800138000"), XIANTAO))
                .isPresent();
        assertThat(covering(list("region:420100"), caller("13800138000"), XIANTAO))
                .isEmpty();
    }

    @Test
    void a_fixed_line_tells_its_area_even_where_no_table_knows_it() {
        assertThat(covering(list("area-code:0755"), caller("075586001234"), Region.UNKNOWN))
                .isPresent();
        assertThat(covering(list("area-code:020"), caller("02086001234"), Region.UNKNOWN))
                .isPresent();
        assertThat(covering(list("area-code:0755"), caller("13800138000"), Region.UNKNOWN))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "anonymous", "sip:alice", "+", "99999999999999999999999999999999"})
    void who_shows_no_number_is_on_no_list_of_numbers(String raw) {
        var list = list("prefix:1", "prefix:0", "prefix:+1", "number:13800138000");

        assertThat(covering(list, caller(raw), Region.UNKNOWN)).isEmpty();
    }

    @Test
    void a_number_that_is_too_long_for_a_list_is_covered_by_its_beginning() {
        assertThat(covering(list("prefix:999999999999999999"), caller("99999999999999999999"), Region.UNKNOWN))
                .isPresent();
    }

    @Test
    void zeros_at_the_beginning_and_a_plus_count() {
        var list = list("number:075586001234", "prefix:+1");

        assertThat(covering(list, caller("75586001234"), Region.UNKNOWN)).isEmpty();
        assertThat(covering(list, caller("12125550100"), Region.UNKNOWN)).isEmpty();
        assertThat(covering(list, caller("0012125550100"), Region.UNKNOWN)).hasValue("prefix:+1");
    }

    @Test
    void an_entry_counts_until_its_very_expiry_and_then_the_next_best_does() {
        var number = EntryPattern.ofId("number:13800138000");
        var list = builder(ListKind.BLACK)
                .put(number, Optional.of(NOW.plusSeconds(60)), Optional.empty())
                .put(EntryPattern.ofId("prefix:138"))
                .build();
        var caller = caller("13800138000");

        assertThat(list.covers(caller, Region.UNKNOWN, NOW.plusMillis(59_999))).hasValueSatisfying(entry -> {
            assertThat(entry.pattern()).isEqualTo(number);
            assertThat(entry.expiresAt()).hasValue(NOW.plusSeconds(60));
        });
        assertThat(list.covers(caller, Region.UNKNOWN, NOW.plusSeconds(60)).map(ListEntry::toString))
                .hasValue("prefix:138");
    }

    @Test
    void a_changed_list_leaves_the_one_that_calls_still_hold_as_it_was() {
        var before = list("number:13800138000");
        var after = before.changed(Optional.empty())
                .remove(EntryPattern.ofId("number:13800138000"))
                .put(EntryPattern.ofId("number:13900139000"))
                .build();

        assertThat(covering(before, caller("13800138000"), Region.UNKNOWN)).isPresent();
        assertThat(covering(before, caller("13900139000"), Region.UNKNOWN)).isEmpty();
        assertThat(covering(after, caller("13800138000"), Region.UNKNOWN)).isEmpty();
        assertThat(covering(after, caller("13900139000"), Region.UNKNOWN)).isPresent();
    }

    @Test
    void an_entrys_own_pin_counts_instead_of_the_lists() {
        var list = CallerList.builder(NAME, ListKind.GREY, Optional.of(PinHash.of(new Pin("1111"))))
                .put(
                        EntryPattern.ofId("number:13800138000"),
                        Optional.empty(),
                        Optional.of(PinHash.of(new Pin("2222"))))
                .put(EntryPattern.ofId("prefix:139"))
                .build();
        var own = list.covers(caller("13800138000"), Region.UNKNOWN, NOW).orElseThrow();
        var other = list.covers(caller("13900139000"), Region.UNKNOWN, NOW).orElseThrow();

        assertThat(list.pinFits(own, "2222")).isTrue();
        assertThat(list.pinFits(own, "1111")).isFalse();
        assertThat(list.pinFits(other, "1111")).isTrue();
        assertThat(List.of("2222", "", "111", "11111", "1".repeat(1_000))).noneMatch(pin -> list.pinFits(other, pin));
    }

    @Test
    void where_there_is_no_pin_none_fits() {
        var list = list("prefix:139");
        var entry = list.covers(caller("13900139000"), Region.UNKNOWN, NOW).orElseThrow();

        assertThat(list.pinFits(entry, "")).isFalse();
        assertThat(list.pinFits(entry, "000000000000")).isFalse();
    }

    @Test
    void a_stored_pin_does_not_show_its_digits_and_has_a_salt_of_its_own() {
        var one = PinHash.of(new Pin("24681357"));
        var other = PinHash.of(new Pin("24681357"));

        assertThat(one.bytes()).isNotEqualTo(other.bytes());
        assertThat(PinHash.stored(one.bytes()).fits("24681357")).isTrue();
        assertThat(one.toString() + new Pin("24681357")).doesNotContain("24681357");
    }

    /// Ten thousand lists that were made, changed and changed again, each asked about callers like its entries.
    @Test
    void random_lists_answer_as_a_plain_search_would() {
        int found = 0;
        for (int seed = 0; seed < 10_000; seed++) {
            found += compare(RandomGeneratorFactory.of("L64X128MixRandom").create(seed), seed);
        }
        assertThat(found).as("callers that were covered").isGreaterThan(20_000);
    }

    private static int compare(RandomGenerator random, int seed) {
        var naive = new NaiveList();
        var list = builder(ListKind.BLACK).build();
        int found = 0;
        for (int round = 0; round < 3; round++) {
            var builder = list.changed(Optional.empty());
            for (int i = random.nextInt(24); i > 0; i--) {
                change(random, builder, naive);
            }
            list = builder.build();
            for (int i = 0; i < 8; i++) {
                var caller = caller(RandomCallers.number(random));
                var region = RandomCallers.region(random);
                var at = NOW.plus(Duration.ofHours(random.nextInt(-2, 3)));
                var expected = naive.covers(caller, region, at);
                assertThat(list.covers(caller, region, at).map(ListEntry::pattern))
                        .as("seed %d: %s in %s at %s", seed, caller, region, at)
                        .isEqualTo(expected);
                found += expected.isPresent() ? 1 : 0;
            }
        }
        return found;
    }

    private static void change(RandomGenerator random, CallerList.Builder builder, NaiveList naive) {
        var pattern = RandomCallers.pattern(random);
        if (random.nextInt(4) == 0) {
            builder.remove(pattern);
            naive.remove(pattern);
        } else {
            Optional<Instant> expiry = random.nextBoolean()
                    ? Optional.empty()
                    : Optional.of(NOW.plus(Duration.ofHours(random.nextInt(-1, 2))));
            builder.put(pattern, expiry, Optional.empty());
            naive.put(pattern, expiry);
        }
    }

    private static CallerNumber caller(String raw) {
        return CallerNumber.of(raw, "");
    }

    private static CallerList.Builder builder(ListKind kind) {
        return CallerList.builder(NAME, kind, Optional.empty());
    }

    private static CallerList list(String... ids) {
        var builder = builder(ListKind.BLACK);
        List.of(ids).forEach(id -> builder.put(EntryPattern.ofId(id)));
        return builder.build();
    }

    private static CallerList without(CallerList list, String id) {
        return list.changed(Optional.empty()).remove(EntryPattern.ofId(id)).build();
    }

    private static Optional<String> covering(CallerList list, CallerNumber caller, Region region) {
        return list.covers(caller, region, NOW).map(ListEntry::toString);
    }
}
