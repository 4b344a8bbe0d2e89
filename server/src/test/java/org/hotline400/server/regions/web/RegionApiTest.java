package org.hotline400.server.regions.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.regions.MobileTable;
import org.hotline400.server.regions.Regions;
import org.hotline400.server.regions.internal.LiveRegions;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/// Regions over REST: the list for whoever has a key, the data for the operator.
@ServerTest
class RegionApiTest {
    private static final String CSV = "text/csv; charset=utf-8";

    @Autowired
    private Api api;

    @Autowired
    private Tenants tenants;

    @Autowired
    private Regions regions;

    @Autowired
    private LiveRegions live;

    @Autowired
    private JdbcClient jdbc;

    private Api.Client operator;
    private Api.Client owner;

    @BeforeEach
    void anOperatorAndATenant() {
        operator = api.asOperator();
        owner = api.as(tenants.create("Mother and baby").id(), Role.OWNER);
    }

    private static Api.Answer lookUp(Api.Client client, String number) {
        return client.get("/api/v1/regions/lookup?number=" + URLEncoder.encode(number, StandardCharsets.UTF_8));
    }

    private static Api.Answer upload(Api.Client client, String path, String file) {
        return client.upload(path, CSV, file.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theTableOfMobilesIsMadeBesideTheStart() {
        awaitTable();
    }

    private void awaitTable() {
        await().atMost(Duration.ofSeconds(60)).until(() -> live.index().mobiles() instanceof MobileTable);
    }

    @Test
    void everyTenantSeesProvincesAndCities() {
        var items = owner.get("/api/v1/regions").json().get("items");
        assertThat(items).hasSize(31);
        var guangdong = items.valueStream()
                .filter(one -> one.at("/name").asString().equals("广东"))
                .findFirst()
                .orElseThrow();
        assertThat(guangdong.at("/adcode").asString()).isEqualTo("440000");
        assertThat(guangdong.at("/formal").asString()).isEqualTo("广东省");
        assertThat(guangdong.at("/cities").findValuesAsString("areaCode")).contains("020", "0755");
        assertThat(api.withoutKey().get("/api/v1/regions").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({
        "+86 138 1234 5678, 13812345678, mobile, 江苏, 连云港, library",
        "0755-66668888, 075566668888, fixed, 广东, 深圳, area-code",
        "17312345678, 17312345678, mobile, '', '', none",
        "10086, 10086, service, '', '', none",
        "+85291234567, +85291234567, international, '', '', none",
        "anonymous, '', withheld, '', '', none"
    })
    void aTenantMayAskWhatANumberIsTakenFor(
            String number, String normalised, String kind, String province, String city, String source) {
        var told = lookUp(owner, number).json();
        assertThat(told.at("/number").asString()).isEqualTo(normalised);
        assertThat(told.at("/kind").asString()).isEqualTo(kind);
        assertThat(told.at("/region/province").asString()).isEqualTo(province);
        assertThat(told.at("/region/city").asString()).isEqualTo(city);
        assertThat(told.at("/source").asString()).isEqualTo(source);
    }

    @Test
    void aBareLocalNumberIsCompletedByTheTrunksAreaCode() {
        var told = owner.get("/api/v1/regions/lookup?number=66668888&areaCode=0755")
                .json();
        assertThat(told.at("/region/city").asString()).isEqualTo("深圳");
        var refused = owner.get("/api/v1/regions/lookup?number=66668888&areaCode=0400");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(field(refused)).isEqualTo("areaCode");
        assertThat(api.withoutKey().get("/api/v1/regions/lookup?number=10086").status())
                .isEqualTo(401);
    }

    private static String field(Api.Answer refused) {
        return refused.json().at("/violations/0/field").asString();
    }

    @Test
    void anOverrideIsPutShownListedInForceAndRemoved() {
        var path = "/api/v1/regions/overrides/17400010001";
        var number = CallerNumber.of("17400010001", "");
        assertThat(regions.of(number).isUnknown()).isTrue();

        var put = operator.put(path, "{\"province\":\"西藏\",\"city\":\"那曲\",\"note\":\"satellite phone\"}");
        assertThat(put.status()).isEqualTo(200);
        assertThat(put.json().at("/adcode").asString()).isEqualTo("540600");
        assertThat(regions.of(number).city()).isEqualTo("那曲");
        var told = lookUp(operator, "17400010001").json();
        assertThat(told.at("/source").asString()).isEqualTo("override");
        assertThat(told.at("/override").asString()).isEqualTo("17400010001");
        assertThat(operator.get(path).json().at("/note").asString()).isEqualTo("satellite phone");
        assertThat(operator.get("/api/v1/regions/overrides?limit=200").json().get("items"))
                .extracting(one -> one.at("/prefix").asString())
                .contains("17400010001");

        assertThat(operator.delete(path).status()).isEqualTo(204);
        assertThat(regions.of(number).isUnknown()).isTrue();
        assertThat(operator.delete(path).status()).isEqualTo(404);
        assertThat(operator.get(path).json().at("/code").asString()).isEqualTo("regions.unknown-override");
    }

    @Test
    void anOverrideThatAnotherNodeWritesIsInForceHereWithinASecondOrTwo() {
        var number = CallerNumber.of("17400020002", "");
        jdbc.sql("insert into regions.overrides values ('17400020002', '110000', '', '', 'another node', now())")
                .update();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> regions.of(number).city().equals("北京"));
        assertThat(operator.delete("/api/v1/regions/overrides/17400020002").status())
                .isEqualTo(204);
    }

    @Test
    void everythingWrongWithAnOverrideIsNamedAtOnce() {
        var refused = operator.put(
                "/api/v1/regions/overrides/400", "{\"adcode\":\"1\",\"carrier\":\"" + "长".repeat(21) + "\"}");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations").findValuesAsString("field"))
                .containsExactly("prefix", "adcode", "carrier");
        var elsewhere = operator.put("/api/v1/regions/overrides/138", "{\"province\":\"广东\",\"city\":\"苏州\"}");
        assertThat(field(elsewhere)).isEqualTo("city");
    }

    @Test
    void anImportIsRehearsedRunListedAndWithdrawn() {
        var file = "segment,province,city,areaCode,carrier\n1744001,西藏,拉萨,0891,电信\n";
        var number = CallerNumber.of("17440010000", "");
        var rehearsed = upload(operator, "/api/v1/regions/segments?dryRun=true", file);
        assertThat(rehearsed.status()).isEqualTo(200);
        assertThat(rehearsed.json().at("/segments").asInt()).isEqualTo(1);
        assertThat(rehearsed.json().has("version")).isFalse();
        assertThat(regions.of(number).isUnknown()).isTrue();

        awaitTable();
        var run = upload(operator, "/api/v1/regions/segments?name=July&dated=2026-07-01", file);
        assertThat(run.status()).isEqualTo(200);
        int version = run.json().at("/version/version").asInt();
        assertThat(regions.of(number).city()).isEqualTo("拉萨");
        assertThat(regions.of(number).carrier()).isEqualTo("中国电信");
        var listed = operator.get("/api/v1/regions/segments").json().at("/items/0");
        assertThat(listed.at("/version").asInt()).isEqualTo(version);
        assertThat(listed.at("/name").asString()).isEqualTo("July");
        assertThat(listed.at("/dated").asString()).isEqualTo("2026-07-01");

        assertThat(operator.delete("/api/v1/regions/segments/" + version).status())
                .isEqualTo(204);
        assertThat(regions.of(number).isUnknown()).isTrue();
        assertThat(operator.delete("/api/v1/regions/segments/" + version).status())
                .isEqualTo(404);
    }

    @Test
    void aBadFileIsRefusedWithItsLinesAndChangesNothing() {
        var refused = upload(operator, "/api/v1/regions/segments", "1744002,西藏,拉萨\n1744003,西藏,深圳\n");
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().at("/violations").findValuesAsString("field"))
                .containsExactly("lines", "lines[2].city");
        var hostile = upload(operator, "/api/v1/regions/segments", "1744002,西藏,拉萨\u0000\n");
        assertThat(hostile.json().at("/violations/0/code").asString()).isEqualTo("csv.binary");
        assertThat(regions.of(CallerNumber.of("17440020000", "")).isUnknown()).isTrue();
        assertThat(field(upload(operator, "/api/v1/regions/segments?dated=2999-01-01", "")))
                .isEqualTo("dated");
        assertThat(operator.post("/api/v1/regions/segments", "{}").status()).isEqualTo(415);
    }

    /// The bound of JSON bodies is 2 MB; a whole country is more.
    @Test
    void aLargeFileGetsThrough() {
        var file = new StringBuilder();
        for (int segment = 1_300_000; segment < 1_400_000; segment++) {
            file.append(segment).append(",广东省,深圳市,0755,中国移动\n");
        }
        var rehearsed = upload(operator, "/api/v1/regions/segments?dryRun=true", file.toString());
        assertThat(rehearsed.status()).isEqualTo(200);
        assertThat(rehearsed.json().at("/segments").asInt()).isEqualTo(100_000);
    }

    @Test
    void aSampleIsComparedAndItsWrongAnswersMasked() {
        var answer =
                upload(operator, "/api/v1/regions/accuracy", "13812345678,江苏,连云港\n13812345678,广东,深圳\n17312345678,广东\n");
        assertThat(answer.status()).isEqualTo(200);
        JsonNode report = answer.json();
        assertThat(report.at("/rows").asInt()).isEqualTo(3);
        assertThat(report.at("/province/right").asInt()).isEqualTo(1);
        assertThat(report.at("/province/wrong").asInt()).isEqualTo(1);
        assertThat(report.at("/province/unknown").asInt()).isEqualTo(1);
        assertThat(report.at("/examples/0/number").asString()).isEqualTo("1381234****");
        assertThat(new String(answer.bytes(), StandardCharsets.UTF_8)).doesNotContain("13812345678");
    }

    @Test
    void theOperatorsDataAreTheOperatorsOnly() {
        for (var client : new Api.Client[] {owner, api.withoutKey()}) {
            int refused = client == owner ? 403 : 401;
            assertThat(client.get("/api/v1/regions/overrides").status()).isEqualTo(refused);
            assertThat(client.get("/api/v1/regions/overrides/138").status()).isEqualTo(refused);
            assertThat(client.put("/api/v1/regions/overrides/138", "{\"adcode\":\"110000\"}")
                            .status())
                    .isEqualTo(refused);
            assertThat(client.delete("/api/v1/regions/overrides/138").status()).isEqualTo(refused);
            assertThat(client.get("/api/v1/regions/segments").status()).isEqualTo(refused);
            assertThat(client.delete("/api/v1/regions/segments/1").status()).isEqualTo(refused);
            assertThat(upload(client, "/api/v1/regions/segments", "1744002,西藏,拉萨\n")
                            .status())
                    .isEqualTo(refused);
            assertThat(upload(client, "/api/v1/regions/accuracy", "13812345678,江苏\n")
                            .status())
                    .isEqualTo(refused);
        }
    }
}
