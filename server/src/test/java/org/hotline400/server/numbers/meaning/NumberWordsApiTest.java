package org.hotline400.server.numbers.meaning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// The operator's word on the dictionary, over REST and from another node. Each test has words of its own.
@ServerTest
class NumberWordsApiTest {
    private static final String WORDS = "/api/v1/number-words";
    private static final String ENTRY = """
            {"weight": 88, "why": "内部暗号", "whyEnglish": "a word of ours", "trades": ["property", "food"]}
            """;

    private final Api api;
    private final Tenants tenants;
    private final Meanings meanings;
    private final Transactions transactions;
    private final JdbcClient jdbc;

    @Autowired
    NumberWordsApiTest(Api api, Tenants tenants, Meanings meanings, Transactions transactions, JdbcClient jdbc) {
        this.api = api;
        this.tenants = tenants;
        this.meanings = meanings;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    private static String path(String word, String digits) {
        return WORDS + "/" + URLEncoder.encode(word, StandardCharsets.UTF_8) + "/" + digits;
    }

    private List<String> said(String name) {
        return meanings.of(name, Optional.empty()).stream()
                .map(Fragment::digits)
                .toList();
    }

    @Test
    void a_word_is_added_shown_changed_and_removed_at_once() {
        var operator = api.asOperator();
        var path = path("云杉", "739");
        assertThat(said("云杉")).doesNotContain("739");

        var added = operator.put(path, ENTRY);
        assertThat(added.status()).isEqualTo(200);
        assertThat(added.json().at("/source").asString()).isEqualTo("operator");
        assertThat(added.json().at("/trades").valueStream().map(one -> one.asString()))
                .containsExactly("food", "property");
        assertThat(said("云杉")).first().isEqualTo("739");
        assertThat(meanings.saidBy("0073900")).extracting(Fragment::why).contains("内部暗号");
        assertThat(meanings.of("星光", Optional.of(Trade.of("property"))))
                .extracting(Fragment::digits)
                .contains("739");

        assertThat(operator.put(path, ENTRY.replace("88", "7")).status()).isEqualTo(200);
        assertThat(operator.get(path).json().at("/weight").asInt()).isEqualTo(7);

        assertThat(operator.delete(path).status()).isEqualTo(204);
        assertThat(said("云杉")).doesNotContain("739");
        assertThat(operator.get(path).json().at("/code").asString()).isEqualTo("numbers.unknown-word");
        assertThat(operator.delete(path).status()).isEqualTo(404);
    }

    @Test
    void a_word_of_the_box_is_changed_left_out_and_restored() {
        var operator = api.asOperator();
        var path = path("酒吧", "98");
        assertThat(operator.get(path).json().at("/source").asString()).isEqualTo("box");
        assertThat(operator.post(path + "/restore", "{}").json().at("/code").asString())
                .isEqualTo("numbers.unchanged-word");

        assertThat(operator.put(path, ENTRY).status()).isEqualTo(200);
        assertThat(meanings.of("酒吧", Optional.empty()).getFirst().why()).isEqualTo("内部暗号");

        assertThat(operator.delete(path).status()).isEqualTo(204);
        assertThat(meanings.words().find("酒吧", "98")).isEmpty();
        assertThat(operator.get(path).json().at("/removed").asBoolean()).isTrue();

        var restored = operator.post(path + "/restore", "{}");
        assertThat(restored.status()).isEqualTo(200);
        assertThat(restored.json().at("/source").asString()).isEqualTo("box");
        assertThat(meanings.words().find("酒吧", "98"))
                .isEqualTo(NumberWords.own().find("酒吧", "98"));
        assertThat(operator.post(path("云松", "1") + "/restore", "{}").status()).isEqualTo(404);
    }

    @Test
    void a_word_that_another_node_writes_is_live_here_within_a_second() {
        assertThat(said("云柏")).doesNotContain("736");
        transactions.asOperator(() -> jdbc.sql("""
                        insert into numbers.words
                        values ('00000000-0000-0000-0000-000000000000', '云柏', '736', false, 90,
                               '邻居写的', 'from next door', '{a-trade-given-up}', 'another node', now())
                        """).update());
        await().atMost(Duration.ofSeconds(4)).until(() -> said("云柏").contains("736"));

        transactions.asOperator(
                () -> jdbc.sql("delete from numbers.words where word = '云柏'").update());
        await().atMost(Duration.ofSeconds(4)).until(() -> !said("云柏").contains("736"));
    }

    @Test
    void a_word_is_written_as_names_are_looked_at() {
        var operator = api.asOperator();
        var put = operator.put(path("雲桂 Ａ", "737"), ENTRY);
        assertThat(put.json().at("/word").asString()).isEqualTo("云桂a");
        assertThat(said("雲桂A")).contains("737");
        assertThat(operator.delete(path("云桂a", "737")).status()).isEqualTo(204);
    }

    @Test
    void everything_wrong_with_a_word_is_named_at_once() {
        var refused = api.asOperator().put(path("!!", "12345678"), """
                        {"weight": 101, "why": " ", "trades": ["food", "smuggling", null]}
                        """);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations").findValuesAsString("field"))
                .containsExactly("word", "digits", "weight", "why", "whyEnglish", "trades[1]", "trades[2]");
        assertThat(refused.json().at("/violations").findValuesAsString("code"))
                .containsExactly(
                        "numbers.word",
                        "numbers.digits",
                        "out-of-range",
                        "numbers.reason",
                        "missing",
                        "numbers.trade",
                        "missing");
    }

    @Test
    void problems_are_told_in_the_readers_language() {
        var operator = api.asOperator();
        var chinese = operator.send("GET", path("云梦", "1"), "", "Accept-Language", "zh-CN");
        assertThat(chinese.json().at("/detail").asString()).isEqualTo("词典中没有这个词与数字的对应。");
        assertThat(operator.get(path("云梦", "1")).json().at("/detail").asString())
                .isEqualTo("The dictionary has no such word with these digits.");
    }

    @Test
    void the_dictionary_is_listed_page_by_page_and_by_trade() {
        var operator = api.asOperator();
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var page = operator.get(WORDS + "?limit=100" + next).json();
            page.at("/items").valueStream().forEach(item -> seen.add(key(item)));
            var cursor = page.at("/next").asString("");
            next = cursor.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8);
        } while (!next.isEmpty());
        assertThat(seen).doesNotHaveDuplicates().contains("久久:99", "我爱你:520").hasSizeGreaterThan(150);

        var logistics =
                operator.get(WORDS + "?trade=logistics&limit=200").json().at("/items");
        assertThat(logistics.valueStream().map(NumberWordsApiTest::key))
                .contains("物流:56")
                .doesNotContain("久久:99");
        assertThat(operator.get(WORDS + "?trade=smuggling&cursor=x&limit=0")
                        .json()
                        .at("/violations")
                        .findValuesAsString("field"))
                .containsExactly("trade", "cursor", "limit");
    }

    private static String key(JsonNode item) {
        return item.at("/word").asString() + ":" + item.at("/digits").asString();
    }

    @Test
    void trades_are_listed_for_everybody_and_the_dictionary_is_the_operators() {
        var owner = api.as(tenants.create("Mother and baby").id(), Role.OWNER);
        var trades = owner.get("/api/v1/number-trades").json().at("/items");
        assertThat(trades).hasSameSizeAs(Trade.all());
        assertThat(trades.get(0).at("/code").asString()).isEqualTo("medical");
        assertThat(trades.get(0).at("/zh").asString()).isEqualTo("医疗健康");
        assertThat(trades.get(0).at("/en").asString()).isEqualTo("Medicine and health");

        for (var client : List.of(owner, api.withoutKey())) {
            int refused = client == owner ? 403 : 401;
            assertThat(client.get(WORDS).status()).isEqualTo(refused);
            assertThat(client.get(path("久久", "99")).status()).isEqualTo(refused);
            assertThat(client.put(path("久久", "99"), ENTRY).status()).isEqualTo(refused);
            assertThat(client.delete(path("久久", "99")).status()).isEqualTo(refused);
            assertThat(client.post(path("久久", "99") + "/restore", "{}").status())
                    .isEqualTo(refused);
        }
    }
}
