package org.hotline400.server.lists;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Lists over REST, as an enterprise keeps them.
@ServerTest
class ListsApiTest {
    private static final String LISTS = "/api/v1/lists";
    private static final String BLACK = LISTS + "/nuisance";

    private final Api api;
    private final Tenants tenants;
    private final ListDirectory directory;
    private TenantId shop;
    private Api.Client owner;

    @Autowired
    ListsApiTest(Api api, Tenants tenants, ListDirectory directory) {
        this.api = api;
        this.tenants = tenants;
        this.directory = directory;
    }

    @BeforeEach
    void aShopWithABlacklist() {
        shop = tenants.create("Flower shop").id();
        owner = api.as(shop, Role.OWNER);
        assertThat(owner.post(LISTS, "{\"name\":\"nuisance\",\"kind\":\"black\",\"note\":\"骚扰\"}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void a_list_is_made_described_and_deleted() {
        var made = owner.post(LISTS, "{\"name\":\"regulars\",\"kind\":\"grey\",\"pin\":\"2468\"}");
        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Location")).isEqualTo(LISTS + "/regulars");
        assertThat(made.json().at("/hasPin").asBoolean()).isTrue();
        assertThat(text(made)).doesNotContain("2468");

        var changed = owner.put(LISTS + "/regulars", "{\"note\":\"known by name\",\"pin\":\"\"}");
        assertThat(changed.json().at("/note").asString()).isEqualTo("known by name");
        assertThat(changed.json().at("/hasPin").asBoolean()).isFalse();

        var first = owner.get(LISTS + "?limit=1").json();
        assertThat(first.at("/items/0/name").asString()).isEqualTo("nuisance");
        var second = owner.get(LISTS + "?limit=1&cursor=" + first.at("/next").asString())
                .json();
        assertThat(second.at("/items/0/name").asString()).isEqualTo("regulars");
        assertThat(second.at("/next").isMissingNode()).isTrue();

        assertThat(owner.delete(LISTS + "/regulars").status()).isEqualTo(204);
        assertThat(owner.get(LISTS + "/regulars").status()).isEqualTo(404);
        assertThat(directory.find(shop, new ListName("regulars"))).isEmpty();
    }

    @Test
    void a_caller_is_put_on_a_list_found_there_and_taken_off() {
        var put = owner.put(BLACK + "/entries", "{\"pattern\":\"+86 138 0013 8000\",\"note\":\"called 40 times\"}");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.json().at("/id").asString()).isEqualTo("number:13800138000");

        var check = owner.get(BLACK + "/check?number=008613800138000").json();
        assertThat(check.at("/covered").asBoolean()).isTrue();
        assertThat(check.at("/entry/note").asString()).isEqualTo("called 40 times");
        assertThat(owner.get(BLACK).json().at("/entries").asInt()).isEqualTo(1);

        assertThat(owner.delete(BLACK + "/entries/number:13800138000").status()).isEqualTo(204);
        assertThat(owner.delete(BLACK + "/entries/number:13800138000").status()).isEqualTo(404);
        check = owner.get(BLACK + "/check?number=13800138000").json();
        assertThat(check.at("/covered").asBoolean()).isFalse();
        assertThat(check.at("/entry").isMissingNode()).isTrue();
    }

    @Test
    void a_check_says_why_in_the_language_that_is_asked_for() {
        owner.put(BLACK + "/entries", "{\"kind\":\"prefix\",\"pattern\":\"+1\"}");
        owner.put(BLACK + "/entries", "{\"pattern\":\"13800138000\",\"expiresAt\":\"2020-01-01T00:00:00Z\"}");

        var chinese = owner.send("GET", BLACK + "/check?number=%2B12125550100", "", "Accept-Language", "zh-CN");
        assertThat(chinese.json().at("/reason").asString()).isEqualTo("号码以 +1 开头。");
        assertThat(owner.get(BLACK + "/check?number=13800138000")
                        .json()
                        .at("/reason")
                        .asString())
                .contains("expired");
    }

    @Test
    void entries_are_searched_and_paged() {
        for (var pattern : List.of("13800138000", "13800138001", "13900139000")) {
            owner.put(
                    BLACK + "/entries",
                    "{\"pattern\":\"" + pattern + "\",\"note\":\"Mr. " + pattern.substring(7) + "\"}");
        }
        owner.put(BLACK + "/entries", "{\"kind\":\"prefix\",\"pattern\":\"138\"}");

        assertThat(ids("/entries"))
                .containsExactly("number:13800138000", "number:13800138001", "number:13900139000", "prefix:138");
        assertThat(ids("/entries?search=138"))
                .containsExactly("number:13800138000", "number:13800138001", "prefix:138");
        assertThat(ids("/entries?search=mr.%209000")).containsExactly("number:13900139000");
        assertThat(ids("/entries?search=%25")).isEmpty();
        assertThat(ids("/entries?limit=2&cursor=number:13800138000"))
                .containsExactly("number:13800138001", "number:13900139000");
    }

    private List<String> ids(String path) {
        var ids = new ArrayList<String>();
        owner.get(BLACK + path)
                .json()
                .get("items")
                .forEach(item -> ids.add(item.get("id").asString()));
        return ids;
    }

    @Test
    void one_enterprise_neither_sees_nor_changes_the_lists_of_another() {
        owner.put(BLACK + "/entries", "{\"pattern\":\"13800138000\"}");
        var rival = api.as(tenants.create("Rival").id(), Role.OWNER);
        var theirs = "?tenant=" + shop;

        assertThat(rival.get(LISTS).json().at("/items").size()).isZero();
        for (var path : List.of("", "/entries", "/export", "/check?number=13800138000")) {
            assertThat(rival.get(BLACK + path).status()).as(path).isEqualTo(404);
        }
        assertThat(rival.get(BLACK + theirs).status()).isEqualTo(403);
        assertThat(rival.delete(BLACK).status()).isEqualTo(404);
        assertThat(rival.delete(BLACK + theirs).status()).isEqualTo(403);
        assertThat(rival.put(BLACK + "/entries", "{\"pattern\":\"13900139000\"}")
                        .status())
                .isEqualTo(404);
        assertThat(upload(rival, "mode=replace", "pattern\n13900139000\n").status())
                .isEqualTo(404);

        assertThat(rival.post(LISTS, "{\"name\":\"nuisance\",\"kind\":\"vip\"}").status())
                .isEqualTo(201);
        assertThat(ids("/entries")).containsExactly("number:13800138000");
        assertThat(api.asOperator().get(BLACK + theirs).json().at("/entries").asInt())
                .isEqualTo(1);
    }

    @Test
    void a_viewer_looks_and_changes_nothing() {
        var viewer = api.as(shop, Role.VIEWER);

        assertThat(viewer.get(BLACK + "/entries").status()).isEqualTo(200);
        assertThat(viewer.put(BLACK + "/entries", "{\"pattern\":\"13800138000\"}")
                        .status())
                .isEqualTo(403);
        assertThat(upload(viewer, "mode=merge", "pattern\n13800138000\n").status())
                .isEqualTo(403);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"name\":\"Nuisance\",\"kind\":\"black\"} | lists.name",
                "{\"name\":\"x\",\"kind\":\"white\"} | lists.kind",
                "{\"name\":\"x\",\"kind\":\"black\",\"pin\":\"2468\"} | lists.pin",
                "{\"name\":\"x\",\"kind\":\"grey\",\"pin\":\"12a4\"} | lists.pin",
                "{\"name\":\"x\",\"kind\":\"black\",\"note\":\"two\\nlines\"} | lists.note"
            })
    void a_list_that_cannot_be_is_refused(String body, String code) {
        var refused = owner.post(LISTS, body);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/code").asString()).isEqualTo(code);
        assertThat(text(refused)).doesNotContain("12a4");
    }

    @Test
    void a_name_is_taken_once() {
        assertThat(owner.post(LISTS, "{\"name\":\"nuisance\",\"kind\":\"vip\"}")
                        .json()
                        .at("/code")
                        .asString())
                .isEqualTo("lists.taken");
    }

    @Test
    void a_file_that_was_given_out_is_taken_in_again() {
        owner.post(LISTS, "{\"name\":\"grey\",\"kind\":\"grey\"}");
        var grey = LISTS + "/grey";
        owner.put(
                grey + "/entries",
                "{\"pattern\":\"13800138000\",\"note\":\"=HYPERLINK(\\\"http://x\\\")\",\"pin\":\"2468\"}");
        owner.put(grey + "/entries", "{\"kind\":\"prefix\",\"pattern\":\"+1\",\"expiresAt\":\"2030-01-01T00:00:00Z\"}");
        owner.put(grey + "/entries", "{\"kind\":\"region\",\"pattern\":\"440000\",\"note\":\"广东, all\"}");

        var given = owner.get(grey + "/export");
        assertThat(given.header("Content-Type")).startsWith("text/csv");
        assertThat(given.header("Content-Disposition")).contains("grey.csv");
        assertThat(text(given).lines().toList())
                .containsExactly(
                        "\uFEFFkind,pattern,note,expires,pin",
                        "number,13800138000,\"'=HYPERLINK(\"\"http://x\"\")\",,keep",
                        "prefix,'+1,,2030-01-01T00:00:00Z,",
                        "region,440000,\"广东, all\",,");

        var taken = owner.upload(grey + "/import?mode=replace", "text/csv", given.bytes());
        assertThat(taken.json().at("/present").asInt()).isEqualTo(3);
        assertThat(taken.json().at("/added").asInt()
                        + taken.json().at("/removed").asInt())
                .isZero();
        assertThat(text(owner.get(grey + "/export"))).isEqualTo(text(given));
    }

    @Test
    void a_chinese_spreadsheet_is_taken_as_it_is() {
        var sheet = "类型,号码,备注,有效期\r\n号码,13800138000,老客户,2030-12-31\r\n前缀,0755,,\r\n地区,440000,广东,\r\n";

        var taken = owner.upload(BLACK + "/import?mode=merge", "text/csv", sheet.getBytes(Charset.forName("GBK")));
        assertThat(taken.status()).isEqualTo(200);
        assertThat(taken.json().at("/encoding").asString()).isEqualTo("GB18030");
        var first = owner.get(BLACK + "/entries").json().at("/items/0");
        assertThat(first.at("/note").asString()).isEqualTo("老客户");
        assertThat(first.at("/expiresAt").asString()).isEqualTo("2030-12-31T16:00:00Z");
    }

    @Test
    void a_faulty_file_changes_nothing_and_every_line_at_fault_is_told() {
        owner.put(BLACK + "/entries", "{\"pattern\":\"13900139000\"}");
        var refused = upload(owner, "mode=replace", """
                kind,pattern,note,expires
                number,13800138000,,
                number,86001234,,
                fax,1,,
                number,1380013 8000,,
                number,13700137000,,tomorrow
                prefix,13,"x,
                number,1,2,3,4
                """);

        assertThat(refused.status()).isEqualTo(400);
        var told = new ArrayList<String>();
        refused.json()
                .get("violations")
                .forEach(one -> told.add(one.get("field").asString()));
        assertThat(told)
                .containsExactly(
                        "lines[3].pattern", "lines[4].kind", "lines[5]", "lines[6].expires", "lines[7]", "lines[8]");
        assertThat(text(refused)).contains("as line 2 does");
        assertThat(ids("/entries")).containsExactly("number:13900139000");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | lists.empty",
                "13800138000~13900139000 | lists.line",
                "pattern,colour~13800138000,red | lists.line",
                "kind,note~number,x | lists.line",
                "pattern,pattern~1,2 | lists.line",
                "pattern,pin~13800138000,2468 | lists.line",
                "pattern,note~13800138000,a\u0007b | lists.cell",
                "pattern~'' OR 1=1; drop table lists.entries | lists.cell"
            })
    void hostile_files_are_refused(String file, String code) {
        var refused = upload(owner, "mode=merge", file.replace('~', '\n'));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations/0/code").asString()).isEqualTo(code);
        assertThat(ids("/entries")).isEmpty();
    }

    @Test
    void a_file_without_end_of_a_line_or_with_thousands_of_faults_is_told_briefly() {
        assertThat(upload(owner, "mode=merge", "pattern\n" + "1".repeat(3_000_000))
                        .json()
                        .at("/violations/0/code")
                        .asString())
                .isEqualTo("csv.line-too-long");

        var faults = upload(owner, "mode=merge", "pattern\n" + "x\n".repeat(100_000))
                .json()
                .at("/violations");
        assertThat(faults.size()).isEqualTo(101);
        assertThat(faults.get(100).get("message").asString()).contains("99900");
    }

    @Test
    void a_dry_run_over_rest_stores_nothing() {
        var told = upload(owner, "mode=merge&dryRun=true", "pattern\n13800138000\n");

        assertThat(told.json().at("/added").asInt()).isEqualTo(1);
        assertThat(told.json().at("/dryRun").asBoolean()).isTrue();
        assertThat(ids("/entries")).isEmpty();
    }

    @Test
    void pins_are_shown_nowhere() {
        owner.post(LISTS, "{\"name\":\"grey\",\"kind\":\"grey\",\"pin\":\"97531864\"}");
        owner.put(LISTS + "/grey/entries", "{\"pattern\":\"13800138000\",\"pin\":\"86429753\"}");

        for (var path : List.of("", "/entries", "/export", "/check?number=13800138000")) {
            assertThat(text(owner.get(LISTS + "/grey" + path))).doesNotContain("97531864", "86429753");
        }
    }

    private static Api.Answer upload(Api.Client client, String query, String file) {
        return client.upload(BLACK + "/import?" + query, "text/csv", file.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Api.Answer answer) {
        return new String(answer.bytes(), StandardCharsets.UTF_8);
    }
}
