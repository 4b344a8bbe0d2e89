package org.hotline400.server.numbers;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.catalogue.DigitFilter;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.shop.NumberShop;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The number shop as a visitor sees it, on a whole server.
@ServerTest
@Timeout(120)
class NumberShopTest {
    /// It takes a quarter of a second; on a busy machine the threads must first get a core. Without the news it would
    /// be
    /// five.
    private static final Duration SOON = Duration.ofSeconds(4);
    private static final AtomicInteger VISITORS = new AtomicInteger();

    private final Api api;
    private final Tenants tenants;
    private final HotlineNumbers numbers;
    private final NumberShop numberShop;
    private final String address = "198.51.100." + VISITORS.incrementAndGet();

    @Autowired
    NumberShopTest(Api api, Tenants tenants, HotlineNumbers numbers, NumberShop numberShop) {
        this.api = api;
        this.tenants = tenants;
        this.numbers = numbers;
        this.numberShop = numberShop;
    }

    @BeforeEach
    void theCatalogueStands() {
        await().atMost(Duration.ofSeconds(60)).until(() -> search("limit=1").status() == 200);
    }

    /// Each test comes from an address of its own, behind a proxy on this machine.
    private Api.Answer get(String path, String language) {
        return api.withoutKey().send("GET", path, "", "X-Forwarded-For", address, "Accept-Language", language);
    }

    private Api.Answer search(String query) {
        return get("/api/v1/numbers/search?" + query, "en");
    }

    private JsonNode found(String query) {
        var answer = search(query);
        assertThat(answer.status())
                .as(query + ": " + new String(answer.bytes(), UTF_8))
                .isEqualTo(200);
        return answer.json();
    }

    private static List<String> numbers(JsonNode found) {
        var numbers = new ArrayList<String>();
        found.at("/numbers").forEach(one -> numbers.add(one.at("/number").asString()));
        return numbers;
    }

    @ParameterizedTest
    @CsvSource({
        "mask=400-8??-8888, 4008..8888",
        "mask=8**8888, 4008..8888",
        "contains=120120, 400.*120120.*",
        "contains=567890, 400.*567890.*",
        "contains=88&contains=66, 400(.*88.*66.*|.*66.*88.*)",
        "head=18, 40018.*",
        "tail=9527, 400...9527",
        "without=4&tail=1357, 400[^4]{7}"
    })
    void digits_are_searched_where_they_shall_stand(String query, String form) {
        var found = found(query + "&limit=200");

        assertThat(found.at("/total").asLong()).isPositive();
        assertThat(numbers(found)).isNotEmpty().allMatch(number -> number.matches(form));
        assertThat(numbers(found))
                .hasSize((int) Math.min(200, found.at("/total").asLong()));
    }

    @Test
    void a_class_a_pattern_a_carrier_and_a_price_narrow_the_search() {
        var all = found("tail=88").at("/total").asLong();
        for (var filter : List.of("class=special", "pattern=aaaa", "carrier=china-telecom", "feeTo=5000")) {
            var narrowed = found("tail=88&" + filter);
            assertThat(narrowed.at("/total").asLong()).as(filter).isPositive().isLessThan(all);
        }
        found("class=premium&limit=50")
                .at("/numbers")
                .forEach(one -> assertThat(one.at("/class/code").asString()).isEqualTo("premium"));
        found("carrier=中国网通&limit=50".replace("中国网通", encoded("中国网通")))
                .at("/numbers")
                .forEach(one -> assertThat(one.at("/carrier/code").asString()).isEqualTo("china-unicom"));
        found("pattern=aabbcc&limit=50")
                .at("/numbers")
                .forEach(one -> assertThat(findings(one)).contains("aabbcc"));
    }

    private static List<String> findings(JsonNode number) {
        var codes = new ArrayList<String>();
        number.at("/findings").forEach(one -> codes.add(one.at("/code").asString()));
        return codes;
    }

    @Test
    void numbers_come_in_the_order_asked_for() {
        var byMemory = new ArrayList<Integer>();
        found("tail=8&limit=100")
                .at("/numbers")
                .forEach(one -> byMemory.add(one.at("/memorability").asInt()));
        assertThat(byMemory).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(numbers(found("tail=8&order=number&limit=100"))).isSorted();
        var byPrice = new ArrayList<Double>();
        found("tail=8888&order=price&limit=100")
                .at("/numbers")
                .forEach(one -> byPrice.add(one.at("/price/setUpFee").asDouble()));
        assertThat(byPrice).isSorted();
        var down = new ArrayList<Double>();
        found("tail=8888&order=price-down&limit=100")
                .at("/numbers")
                .forEach(one -> down.add(one.at("/price/setUpFee").asDouble()));
        assertThat(down).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void a_number_is_shown_with_all_that_a_buyer_wants_to_know() {
        var number = found("mask=400-656-6688").at("/numbers/0");

        assertThat(number.at("/number").asString()).isEqualTo("4006566688");
        assertThat(number.at("/display").asString()).isEqualTo("400-656-6688");
        assertThat(number.at("/class/zh").asString()).isNotBlank();
        assertThat(number.at("/memorability").asInt()).isBetween(1, 100);
        assertThat(number.at("/findings").size()).isPositive();
        number.at("/findings").forEach(one -> {
            assertThat(one.at("/start").asInt()).isBetween(3, 9);
            assertThat(one.at("/start").asInt() + one.at("/length").asInt()).isLessThanOrEqualTo(10);
            assertThat(one.at("/zh").asString()).isNotBlank();
        });
        assertThat(number.at("/sentence/zh").asString()).matches("(?s).*[\\u4e00-\\u9fff].*");
        assertThat(number.at("/sentence/en").asString()).isNotBlank();
        assertThat(number.at("/price/setUpFee").asString()).matches("[0-9]+\\.[0-9]{2}");
        assertThat(number.at("/price/minimumMonths").asInt()).isPositive();
        assertThat(number.at("/carrier/zh").asString()).isEqualTo("中国联通");
    }

    @Test
    void facets_add_up_to_the_total() {
        var found = found("tail=99&limit=1");

        assertThat(sum(found.at("/facets/classes")))
                .isEqualTo(found.at("/total").asLong());
        assertThat(sum(found.at("/facets/carriers")))
                .isEqualTo(found.at("/total").asLong());
        assertThat(sum(found.at("/facets/prices"))).isEqualTo(found.at("/total").asLong());
        found.at("/facets/classes").forEach(one -> {
            var narrowed = found("tail=99&limit=1&class=" + one.at("/code").asString());
            assertThat(narrowed.at("/total").asLong())
                    .isEqualTo(one.at("/count").asLong());
        });
    }

    private static long sum(JsonNode counts) {
        long sum = 0;
        for (var one : counts) {
            sum += one.at("/count").asLong();
        }
        return sum;
    }

    @ParameterizedTest
    @CsvSource({"memorability", "price", "price-down", "number"})
    void pages_one_after_the_other_are_the_whole(String order) {
        var query = "mask=400-1?5-9?2?&order=" + order;
        var total = found(query).at("/total").asInt();
        assertThat(total).isBetween(201, 1000);
        var walked = new ArrayList<String>();
        var cursor = "";
        do {
            var page = found(query + "&limit=199" + cursor);
            walked.addAll(numbers(page));
            assertThat(page.at("/total").asInt()).isEqualTo(total);
            cursor = page.has("next") ? "&cursor=" + page.at("/next").asString() : "";
        } while (!cursor.isEmpty());

        assertThat(walked).hasSize(total);
        assertThat(new HashSet<>(walked)).hasSize(total);
        assertThat(walked).allMatch(number -> number.matches("4001.59.2."));
    }

    @Test
    void a_cursor_of_another_search_is_refused() {
        var cursor = found("tail=88&limit=1").at("/next").asString();

        assertThat(found("tail=88&limit=2&cursor=" + cursor).at("/numbers").size())
                .isEqualTo(2);
        var refused = search("tail=66&cursor=" + cursor);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/field").asString()).isEqualTo("cursor");
        assertThat(refused.json().at("/violations/0/code").asString()).isEqualTo("malformed");
    }

    @Test
    void where_nothing_is_found_similar_numbers_are_shown() {
        var found = found("mask=400-888-8???&without=8&contains=8");

        assertThat(found.at("/total").asInt()).isZero();
        assertThat(found.at("/numbers").size()).isZero();
        assertThat(found.at("/similar").size()).isPositive();
    }

    @Test
    void a_meaning_finds_numbers_that_say_it_and_says_why() {
        var found = found("meaning=" + encoded("久久快运") + "&trade=logistics&limit=5");

        assertThat(found.at("/total").asLong()).isPositive();
        var fragments = new ArrayList<String>();
        found.at("/fragments").forEach(one -> {
            fragments.add(one.at("/digits").asString());
            assertThat(one.at("/why/zh").asString()).isNotBlank();
            assertThat(one.at("/why/en").asString()).isNotBlank();
        });
        assertThat(fragments).contains("99");
        found.at("/numbers").forEach(one -> {
            assertThat(one.at("/says").size()).isPositive();
            assertThat(one.at("/number").asString().substring(3))
                    .contains(one.at("/says/0/digits").asString());
        });
    }

    @Test
    void everything_wrong_is_told_at_once_in_the_readers_language() {
        var query = "/api/v1/numbers/search?mask=400-120-120&class=golden&carrier=x&pattern=zz&order=up&limit=900"
                + "&feeFrom=-1&promotion=none&trade=none&cursor=none&tial=8";

        var english = get(query, "en");
        assertThat(english.status()).isEqualTo(400);
        assertThat(fields(english.json()))
                .containsExactlyInAnyOrder(
                        "mask",
                        "class",
                        "carrier",
                        "pattern",
                        "order",
                        "limit",
                        "feeFrom",
                        "promotion",
                        "trade",
                        "cursor",
                        "tial");
        assertThat(new String(english.bytes(), UTF_8))
                .contains("400-120-120 has nine digits; a 400 number has ten. To find numbers that contain 120120,"
                        + " search contains=120120.");
        english.json()
                .at("/violations")
                .forEach(one -> assertThat(one.at("/message").asString()).doesNotContainPattern("[\\u4e00-\\u9fff]"));

        var chinese = get(query, "zh-CN").json();
        assertThat(fields(chinese)).isEqualTo(fields(english.json()));
        chinese.at("/violations")
                .forEach(one -> assertThat(one.at("/message").asString())
                        .as(one.at("/field").asString())
                        .containsPattern("[\\u4e00-\\u9fff]"));
    }

    private static List<String> fields(JsonNode problem) {
        var fields = new ArrayList<String>();
        problem.at("/violations").forEach(one -> fields.add(one.at("/field").asString()));
        return fields;
    }

    @Test
    void a_held_number_is_gone_within_a_second_and_back_after_its_release() {
        var shop = tenants.create("Mother and baby").id();
        var owner = api.as(shop, Role.OWNER);
        assertThat(found("mask=400-655-1231").at("/total").asInt()).isEqualTo(1);
        assertThat(offer("400-655-1231").at("/availability/code").asString()).isEqualTo("available");

        assertThat(owner.post("/api/v1/numbers/4006551231/hold", "{}").status()).isBetween(200, 201);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(found("mask=400-655-1231").at("/total").asInt()).isZero();
            assertThat(offer("400-655-1231").at("/availability/code").asString())
                    .isEqualTo("held");
        });
        var held = get("/api/v1/numbers/400-655-1231/offer", "en");
        assertThat(held.json().at("/similar").size()).isEqualTo(3);
        assertThat(new String(held.bytes(), UTF_8)).doesNotContain(shop.toString());

        assertThat(owner.delete("/api/v1/numbers/4006551231/hold").status()).isBetween(200, 204);

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(found("mask=400-655-1231").at("/total").asInt())
                                .isEqualTo(1));
    }

    private JsonNode offer(String number) {
        var answer = get("/api/v1/numbers/" + number + "/offer", "en");
        assertThat(answer.status()).isEqualTo(200);
        return answer.json();
    }

    @Test
    void the_offer_explains_a_number_and_names_the_mistake_in_one_that_is_none() {
        var offer = offer("400-123-4567");
        assertThat(offer.at("/number/class/code").asString()).isEqualTo("special");
        assertThat(offer.at("/number/sentence/zh").asString()).isNotBlank();
        assertThat(offer("400-888-8888").at("/number/class/code").asString()).isEqualTo("premium");
        assertThat(offer("400-666-6666").at("/number/class/code").asString()).isEqualTo("premium");
        assertThat(offer("400-168-9527").at("/number/class/code").asString()).isEqualTo("ordinary");
        assertThat(offer("400-234-5678").at("/availability/code").asString()).isEqualTo("off-sale");

        var nine = get("/api/v1/numbers/400-567-890/offer", "zh-CN");
        assertThat(nine.status()).isEqualTo(400);
        assertThat(nine.json().at("/violations/0/message").asString()).contains("有 9 位数字", "contains=567890");
    }

    @Test
    void the_words_of_a_search_are_listed() {
        assertThat(codes("/api/v1/number-patterns")).contains("aabbcc", "abcdefg");
        assertThat(codes("/api/v1/number-trades")).contains("logistics");
    }

    @Test
    void everybody_may_know_how_rare_a_class_is() {
        var shares = get("/api/v1/number-classes", "zh-CN").json();

        assertThat(shares.at("/numbers").asInt()).isEqualTo(10_000_000);
        assertThat(shares.at("/classes/2/class").asString()).isEqualTo("premium");
        assertThat(shares.at("/classes/2/share").asDouble()).isBetween(0.0001, 0.01);
    }

    private List<String> codes(String path) {
        var codes = new ArrayList<String>();
        get(path, "en").json().at("/items").forEach(one -> {
            codes.add(one.at("/code").asString());
            assertThat(one.at("/zh").asString()).isNotBlank();
            assertThat(one.at("/en").asString()).isNotBlank();
        });
        return codes;
    }

    @Test
    void a_class_that_the_operator_gives_moves_the_number() {
        var operator = api.asOperator();
        assertThat(found("mask=400-655-1290&class=ordinary").at("/total").asInt())
                .isEqualTo(1);

        assertThat(operator.put(
                                "/api/v1/number-classes/400-655-1290",
                                "{\"class\":\"premium\",\"reason\":\"a famous year\"}")
                        .status())
                .isEqualTo(200);

        await().atMost(SOON).untilAsserted(() -> {
            assertThat(found("mask=400-655-1290&class=ordinary").at("/total").asInt())
                    .isZero();
            var moved = found("mask=400-655-1290&class=premium").at("/numbers/0");
            assertThat(moved.at("/class/code").asString()).isEqualTo("premium");
            assertThat(moved.at("/classByRules/code").asString()).isEqualTo("ordinary");
        });
    }

    @Test
    void a_promotion_is_shown_and_searched_while_it_runs_and_not_an_instant_longer() {
        var end = Instant.now().plusSeconds(4);
        var made = api.asOperator().post("/api/v1/number-promotions", """
                        {"name":{"zh":"半价","en":"Half price"},"query":{"mask":"400-655-????","class":["premium"]},
                         "discount":{"percentOff":50},"end":"%s"}
                        """.formatted(end));
        assertThat(made.status()).isEqualTo(201);
        var id = made.json().at("/id").asString();
        var premium = found("mask=400-655-????&class=premium");

        await().atMost(SOON).untilAsserted(() -> {
            var promoted = found("promotion=" + id);
            assertThat(promoted.at("/total").asInt())
                    .isPositive()
                    .isEqualTo(premium.at("/total").asInt());
            assertThat(sum(promoted.at("/facets/promotions")))
                    .isGreaterThanOrEqualTo(promoted.at("/total").asLong());
            promoted.at("/numbers").forEach(one -> {
                var half = one.at("/price/setUpFee").asDouble() / 2;
                assertThat(one.at("/promotions/0/setUpFee").asDouble()).isLessThanOrEqualTo(half);
                assertThat(one.at("/promotions").toString()).contains(id, "半价", "Half price");
            });
        });
        assertThat(get("/api/v1/number-promotions/running", "en").json().toString())
                .contains(id);
        var number = premium.at("/numbers/0/number").asString();
        assertThat(offer(number).at("/number/promotions").toString()).contains(id);

        await().atMost(Duration.ofSeconds(10)).until(() -> !Instant.now().isBefore(end));

        var over = search("promotion=" + id);
        assertThat(over.status()).isEqualTo(400);
        assertThat(over.json().at("/violations/0/code").asString()).isEqualTo("numbers.promotion-not-running");
        assertThat(offer(number).at("/number/promotions").toString()).doesNotContain(id);
        assertThat(get("/api/v1/number-promotions/running", "en").json().toString())
                .doesNotContain(id);
    }

    @Test
    void what_a_query_finds_is_known_of_taken_numbers_too() {
        var tail = NumberQuery.ANY.withDigits(DigitFilter.ofTail("8888"));

        assertThat(numberShop.finds(tail, new HotlineNumber("4008888888"))).isTrue();
        assertThat(numberShop.finds(tail, new HotlineNumber("4002348888"))).isTrue();
        assertThat(numberShop.finds(tail, new HotlineNumber("4008888887"))).isFalse();
    }

    @Test
    void a_thousand_holds_make_a_few_catalogues_and_all_are_followed() {
        var shop = tenants.create("Mother and baby").id();
        var operator = new Actor(TenantId.OPERATOR, "operator", "in a test");
        assertThat(found("mask=400-777-0???").at("/total").asInt()).isEqualTo(1000);
        var before = numberShop.state().catalogues();
        var began = System.nanoTime();

        for (int i = 0; i < 1000; i++) {
            numbers.hold(new HotlineNumber("400777%04d".formatted(i)), shop, operator);
        }

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(found("mask=400-777-0???").at("/total").asInt())
                                .isZero());
        var took = Duration.ofNanos(System.nanoTime() - began);
        assertThat(numberShop.state().catalogues() - before).isBetween(1L, took.toMillis() / 100 + 2);
    }

    @Test
    void a_visitor_who_asks_too_much_waits_and_another_does_not() {
        var refused = Stream.generate(() -> get("/api/v1/number-patterns", "zh-CN"))
                .limit(5_000)
                .filter(answer -> answer.status() == 429)
                .findFirst()
                .orElseThrow();

        assertThat(refused.header("Retry-After")).isEqualTo("1");
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(refused.json().at("/code").asString()).isEqualTo("too-many-requests");
        assertThat(refused.json().at("/detail").asString()).contains("过于频繁");
        assertThat(api.withoutKey()
                        .send("GET", "/api/v1/number-patterns", "", "X-Forwarded-For", "203.0.113.7")
                        .status())
                .isEqualTo(200);
        assertThat(api.as(TenantId.OPERATOR, Role.OPERATOR)
                        .send("GET", "/api/v1/number-patterns", "", "X-Forwarded-For", address)
                        .status())
                .isEqualTo(200);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
