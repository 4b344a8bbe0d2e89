package org.hotline400.server.numbers.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.Actor;
import org.hotline400.server.numbers.HotlineNumbers;
import org.hotline400.server.numbers.NumberDirectory;
import org.hotline400.server.numbers.stock.Stock;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// Files of numbers over REST, on numbers that no other test looks at: 4009770000 to 4009779999.
@ServerTest
class NumberImportsApiTest {
    private static final String IMPORTS = "/api/v1/number-imports";
    private static final HotlineNumber FIRST = new HotlineNumber("4009770000");

    private final Api api;
    private final Tenants tenants;
    private final HotlineNumbers numbers;
    private final NumberDirectory directory;
    private final Stock stock;
    private Api.Client operator;

    @Autowired
    NumberImportsApiTest(Api api, Tenants tenants, HotlineNumbers numbers, NumberDirectory directory, Stock stock) {
        this.api = api;
        this.tenants = tenants;
        this.numbers = numbers;
        this.directory = directory;
        this.stock = stock;
        this.operator = api.withoutKey();
    }

    @BeforeEach
    void theOperator() {
        operator = api.asOperator();
    }

    @AfterEach
    void everythingIsOnSaleAgain() {
        upload("", "4009770000,4009779999,on-sale\n4002000000,4003999999,on-sale\n");
    }

    @Test
    void a_dry_run_equals_the_import_that_follows_and_changes_nothing() {
        var file = "first,last,state,note\n4009770000,4009770099,off-sale,kept\n4009770050,,off-sale,\n";

        var tried = upload("?dryRun=true&fileName=kept.csv", file);
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.json().at("/dryRun").asBoolean()).isTrue();
        assertThat(tried.json().at("/number").isMissingNode()).isTrue();
        assertThat(stock.isOnSale(FIRST)).isTrue();

        var made = upload("?fileName=kept.csv", file);
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/report")).isEqualTo(tried.json().at("/report"));
        assertThat(made.json().at("/report/lines").asInt()).isEqualTo(2);
        assertThat(made.json().at("/report/effect/setOffSale").asInt()).isEqualTo(100);
        assertThat(made.json().at("/report/overlaps/lines/0/earlier").asInt()).isEqualTo(2);
        assertThat(stock.isOnSale(FIRST)).isFalse();

        var shown = operator.get(made.header("Location")).json();
        assertThat(shown).isEqualTo(made.json());
        assertThat(shown.at("/fileName").asString()).isEqualTo("kept.csv");
        assertThat(shown.at("/sha256").asString()).hasSize(64);
        assertThat(operator.get(IMPORTS + "?limit=1").json().at("/items/0")).isEqualTo(shown);
    }

    @Test
    void a_later_import_undoes_an_earlier_one() {
        upload("?state=off-sale", "4009770000\n4009770001\n");
        assertThat(stock.isOnSale(FIRST)).isFalse();

        var undone = upload("", "4009770000\n").json();
        assertThat(undone.at("/report/effect/setOnSale").asInt()).isEqualTo(1);
        assertThat(stock.isOnSale(FIRST)).isTrue();
        assertThat(stock.isOnSale(new HotlineNumber("4009770001"))).isFalse();
    }

    @Test
    void a_number_that_is_somebodys_stays_so_and_is_named() {
        var mine = new HotlineNumber("4009770777");
        var shop = tenants.create("Flower shop").id();
        numbers.assign(mine, shop, new Actor("Operator", "in a test"));
        await().atMost(Duration.ofSeconds(4)).until(() -> directory.find(mine).isPresent());

        var report = upload("", "4009770770,4009770779,off-sale\n").json().at("/report");

        assertThat(report.at("/conflicts/count").asInt()).isEqualTo(1);
        assertThat(report.at("/conflicts/numbers/0").asString()).isEqualTo("4009770777");
        assertThat(numbers.find(mine).orElseThrow().tenant()).isEqualTo(shop);
    }

    @Test
    void a_line_that_is_wrong_refuses_the_whole_file_and_a_dry_run_tells_all() {
        var file = "4009770000,4009770009,off-sale\n400977\n4009770020,4009770010,off-sale\n";

        var refused = upload("", file);
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
        assertThat(fields(refused.json().at("/violations"))).containsExactly("lines[2].first", "lines[3].last");
        assertThat(stock.isOnSale(FIRST)).isTrue();

        var tried = upload("?dryRun=true", file);
        assertThat(tried.status()).isEqualTo(200);
        assertThat(tried.json().at("/report/faults/count").asInt()).isEqualTo(2);
        assertThat(fields(tried.json().at("/report/faults/lines"))).containsExactly("lines[2].first", "lines[3].last");
    }

    @Test
    void thousands_of_wrong_lines_are_told_briefly() {
        var violations = upload("", "x\n".repeat(50_000)).json().at("/violations");

        assertThat(violations.size()).isEqualTo(101);
        assertThat(violations.get(100).get("message").asString()).contains("49900");
    }

    @Test
    void a_chinese_spreadsheet_is_taken_as_it_is() {
        var sheet = "起始号码,结束号码,状态,备注\r\n4009770100,4009770109,停售,银行预留\r\n";

        var taken = operator.upload(IMPORTS, "text/csv", sheet.getBytes(Charset.forName("GB18030")))
                .json();
        assertThat(taken.at("/encoding").asString()).isEqualTo("GB18030");
        assertThat(taken.at("/report/effect/setOffSale").asInt()).isEqualTo(10);
    }

    @Test
    void the_same_file_again_is_recognised() {
        var first = upload("", "4009770200,off-sale\n");
        var again = upload("", "4009770200,off-sale\n");

        assertThat(again.status()).isEqualTo(200);
        assertThat(again.json().at("/repeated").asBoolean()).isTrue();
        assertThat(again.json().at("/number")).isEqualTo(first.json().at("/number"));
        assertThat(again.json().at("/report")).isEqualTo(first.json().at("/report"));
    }

    @Test
    void two_imports_at_once_are_both_taken_in() {
        var one = CompletableFuture.supplyAsync(() -> upload("", "4009770300,4009770399,off-sale\n"));
        var other = CompletableFuture.supplyAsync(() -> upload("", "4009770350,4009770449,off-sale\n"));

        assertThat(List.of(one.join().status(), other.join().status())).containsExactly(201, 201);
        assertThat(one.join().json().at("/report/effect/setOffSale").asInt()
                        + other.join().json().at("/report/effect/setOffSale").asInt())
                .isEqualTo(150);
    }

    @Test
    void two_hundred_thousand_lines_are_taken_in_within_seconds() {
        var file = new StringBuilder();
        IntStream.range(0, 200_000)
                .forEach(i -> file.append(4_002_000_000L + 2L * i).append(",off-sale\n"));
        long began = System.nanoTime();

        var made = upload("", file.toString());

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/report/lines").asInt()).isEqualTo(200_000);
        assertThat(made.json().at("/report/effect/alreadySo").asInt()).isEqualTo(200_000);
        assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(20));
    }

    @Test
    @Tag("long")
    void a_million_numbers_of_which_no_two_are_neighbours_are_taken_in() {
        var file = new StringBuilder();
        IntStream.range(0, 1_000_000)
                .forEach(i -> file.append(4_002_000_000L + 2L * i).append('\n'));

        var made = upload("?state=off-sale", file.toString());

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().at("/report/effect/numbers").asInt()).isEqualTo(1_000_000);
    }

    @Test
    void hostile_files_are_refused() {
        assertThat(code(upload("?fileName=a%0Ab", "4009770000\n"))).isEqualTo("malformed");
        assertThat(code(operator.upload(IMPORTS, "text/csv", new byte[] {'P', 'K', 3, 4})))
                .isEqualTo("csv.workbook");
        assertThat(code(operator.upload(IMPORTS, "text/csv", new byte[] {'4', 0, 0})))
                .isEqualTo("csv.binary");
        assertThat(code(upload("", "4".repeat(2_000_000)))).isEqualTo("csv.line-too-long");
        assertThat(code(upload("", "a,b,c,d,e,f\n"))).isEqualTo("numbers.import-line");
        assertThat(code(upload("", ""))).isEqualTo("numbers.import-empty");
        assertThat(code(upload("?state=sold", "4009770000\n"))).isEqualTo("numbers.state");
        assertThat(operator.upload(IMPORTS, "application/zip", new byte[] {1}).status())
                .isEqualTo(415);
    }

    @Test
    void only_the_operator_imports() {
        var owner = api.as(tenants.create("Flower shop").id(), Role.OWNER);

        assertThat(owner.upload(IMPORTS, "text/csv", "4009770000\n".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(403);
        assertThat(owner.get(IMPORTS).status()).isEqualTo(403);
        assertThat(operator.get(IMPORTS + "/999999").json().at("/code").asString())
                .isEqualTo("numbers.unknown-import");
    }

    private Api.Answer upload(String query, String text) {
        return operator.upload(IMPORTS + query, "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private static String code(Api.Answer answer) {
        assertThat(answer.status()).isEqualTo(400);
        return answer.json().at("/violations/0/code").asString();
    }

    private static List<String> fields(JsonNode violations) {
        return violations.valueStream().map(one -> one.get("field").asString()).toList();
    }
}
