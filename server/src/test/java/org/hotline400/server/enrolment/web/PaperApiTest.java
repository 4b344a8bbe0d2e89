package org.hotline400.server.enrolment.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hotline400.server.enrolment.papers.PaperSamples.ascii;
import static org.hotline400.server.enrolment.papers.PaperSamples.join;
import static org.hotline400.server.enrolment.papers.PaperSamples.jpeg;
import static org.hotline400.server.enrolment.papers.PaperSamples.page;
import static org.hotline400.server.enrolment.papers.PaperSamples.pdf;
import static org.hotline400.server.enrolment.papers.PaperSamples.png;
import static org.hotline400.server.enrolment.papers.PaperSamples.zip;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.imageio.ImageIO;
import org.hotline400.server.database.DataFolder;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.enrolment.papers.Papers;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.hotline400.server.vault.BlobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@ServerTest
class PaperApiTest {
    private static final byte[] LICENCE = jpeg(page(900, 1_200));
    private static final byte[] OTHER_LICENCE = jpeg(page(900, 1_300));

    @Autowired
    private Applications applications;

    @Autowired
    private Papers papers;

    @Autowired
    private Tenants tenants;

    @Autowired
    private ApiKeys keys;

    @Autowired
    private Api api;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private BlobStore blobs;

    @Autowired
    private DataFolder data;

    private TenantId shop;
    private Uploads owner;
    private ApplicationId application;

    @BeforeEach
    void anApplication() {
        shop = tenants.create("Mother and baby").id();
        owner = as(shop, Role.OWNER);
        application = begun(shop);
    }

    private ApplicationId begun(TenantId tenant) {
        var change = applications.begin(tenant, Intake.OWN, ApplicationActor.platform("for a test"));
        return ((ApplicationChange.Done) change).application().id();
    }

    /// A client that can send a body of any type.
    private record Uploads(Api api, String token) {
        private Api.Client client() {
            return api.with(token);
        }

        private Api.Answer put(String path, String type, byte[] file) {
            try (var http = java.net.http.HttpClient.newHttpClient()) {
                var request = java.net.http.HttpRequest.newBuilder(api.uri(path))
                        .timeout(Duration.ofSeconds(60))
                        .header("Content-Type", type)
                        .header("Authorization", "Bearer " + token)
                        .PUT(java.net.http.HttpRequest.BodyPublishers.ofByteArray(file))
                        .build();
                return new Api.Answer(http.send(request, java.net.http.HttpResponse.BodyHandlers.ofByteArray()));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    private Uploads as(TenantId tenant, Role role) {
        var principal = tenants.addPrincipal(tenant, "A " + role.code(), role);
        return new Uploads(
                api,
                keys.issue(ApiKeyOrder.unlimited(tenant, principal, "test")).token());
    }

    private String path(String rest) {
        return "/api/v1/applications/" + application + "/papers" + rest;
    }

    private JsonNode upload(String kind, byte[] file) {
        var answer = owner.put(path("/" + kind), "application/octet-stream", file);
        assertThat(answer.status()).as(answer.json().toString()).isEqualTo(200);
        return answer.json();
    }

    private List<JsonNode> listed(Uploads by) {
        var answer = by.client().get(path(""));
        assertThat(answer.status()).isEqualTo(200);
        return StreamSupport.stream(answer.json().get("items").spliterator(), false)
                .toList();
    }

    private List<String> stored() {
        List<String> names = new ArrayList<>();
        try {
            blobs.forEach(name -> names.add(name.value()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return names.stream().filter(name -> name.contains(shop.toString())).toList();
    }

    private void set(String state, String findings) {
        transactions.asOperator(
                () -> jdbc.sql("update enrolment.applications set state = ?, findings = cast(? as jsonb),"
                                + " correction_asked_at = now() where id = ?")
                        .params(state, findings, application.value())
                        .update());
    }

    @Test
    void a_paper_is_uploaded_and_listed() {
        var paper = upload("business-licence", LICENCE);

        assertThat(paper.get("type").asString()).isEqualTo("jpeg");
        assertThat(paper.get("pages").asInt()).isEqualTo(1);
        assertThat(paper.get("width").asInt()).isEqualTo(900);
        assertThat(listed(owner)).singleElement().satisfies(one -> {
            assertThat(one.get("kind").asString()).isEqualTo("business-licence");
            assertThat(one.get("counts").asBoolean()).isTrue();
            assertThat(one.get("uploadedBy").asString()).isEqualTo("A owner");
            assertThat(one.get("sha256").asString()).hasSize(16);
        });
        assertThat(transactions.asOperator(() -> papers.present(application)))
                .containsExactly(PaperKind.BUSINESS_LICENCE);
    }

    @Test
    void the_file_lies_sealed() throws IOException {
        upload("business-licence", LICENCE);
        var name = stored();
        assertThat(name).hasSize(1);
        try (var channel = blobs.open(new org.hotline400.server.vault.BlobName(name.getFirst()))) {
            var bytes = java.nio.ByteBuffer.allocate((int) channel.size());
            while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
                // All of it.
            }
            assertThat(new String(bytes.array(), java.nio.charset.StandardCharsets.ISO_8859_1))
                    .doesNotContain("JFIF");
        }
        assertThat(incoming()).isEmpty();
    }

    private List<Path> incoming() {
        try (Stream<Path> files = Files.list(data.folder("incoming"))) {
            return files.toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @Test
    void a_new_upload_takes_the_place_of_the_older_which_is_kept() {
        upload("business-licence", LICENCE);
        upload("business-licence", OTHER_LICENCE);

        assertThat(listed(owner))
                .extracting(one -> one.get("counts").asBoolean())
                .containsExactly(true, false);
        assertThat(stored()).hasSize(2);
    }

    @Test
    void the_same_file_a_second_time_changes_nothing() {
        var first = upload("business-licence", LICENCE);
        var second = upload("business-licence", LICENCE);

        assertThat(second.get("id")).isEqualTo(first.get("id"));
        assertThat(listed(owner)).hasSize(1);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void a_card_has_a_front_and_a_back() {
        for (int place : List.of(1, 2)) {
            var answer = owner.put(path("/handler-id?place=" + place), "image/png", png(page(400 + place, 300)));
            assertThat(answer.status()).isEqualTo(200);
        }
        assertThat(listed(owner)).extracting(one -> one.get("place").asInt()).containsExactly(1, 2);
        assertThat(owner.put(path("/handler-id?place=7"), "image/png", LICENCE).status())
                .isEqualTo(400);
    }

    @Test
    void a_hostile_file_is_refused_with_reason_and_fix_in_the_readers_language() {
        byte[] polyglot = join(LICENCE, zip("a.js", "1"));
        var answer = owner.put(path("/business-licence"), "image/jpeg", polyglot);

        assertThat(answer.status()).isEqualTo(400);
        var violation = answer.json().at("/violations/0");
        assertThat(violation.get("field").asString()).isEqualTo("papers.business-licence");
        assertThat(violation.get("code").asString()).isEqualTo("papers.polyglot");
        assertThat(violation.get("message").asString()).contains("save");
        assertThat(stored()).isEmpty();
        assertThat(incoming()).isEmpty();
    }

    @Test
    void a_file_of_one_byte_too_much_is_refused_and_so_is_a_far_larger_one() {
        for (int bytes : List.of(20 * 1_024 * 1_024 + 1, 50_000_000)) {
            var answer = owner.put(path("/business-licence"), "image/jpeg", new byte[bytes]);
            assertThat(answer.status()).isEqualTo(413);
            assertThat(answer.json().get("code").asString()).isEqualTo("papers.too-large");
        }
    }

    @Test
    void a_contradicting_name_is_told_and_the_content_counts() {
        var answer = owner.put(path("/business-licence?name=licence.pdf"), "application/pdf", LICENCE);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().get("type").asString()).isEqualTo("jpeg");
        assertThat(answer.json().at("/remarks/0/code").asString()).isEqualTo("papers.type-differs");
    }

    @Test
    void an_upload_that_breaks_off_leaves_nothing() throws IOException {
        var uri = api.uri(path("/business-licence"));
        try (Socket socket = new Socket(uri.getHost(), uri.getPort())) {
            var out = socket.getOutputStream();
            out.write(ascii(
                    "PUT " + uri.getPath() + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + owner.token()
                            + "\r\nContent-Type: image/jpeg\r\nContent-Length: " + LICENCE.length + "\r\n\r\n"));
            out.write(Arrays.copyOf(LICENCE, LICENCE.length / 2));
            out.flush();
            await().atMost(Duration.ofSeconds(10)).until(() -> !incoming().isEmpty());
        }

        await().atMost(Duration.ofSeconds(20)).until(() -> incoming().isEmpty());
        assertThat(stored()).isEmpty();
        assertThat(listed(owner)).isEmpty();
    }

    @Test
    void what_was_handed_in_cannot_be_changed() {
        upload("business-licence", LICENCE);
        set("in-review", "[]");

        var put = owner.put(path("/business-licence"), "image/jpeg", OTHER_LICENCE);
        assertThat(put.status()).isEqualTo(409);
        assertThat(put.json().get("code").asString()).isEqualTo("papers.closed");
        assertThat(owner.client().delete(path("/business-licence")).status()).isEqualTo(409);
        assertThat(stored()).hasSize(1);
    }

    @Test
    void where_corrections_are_asked_only_a_faulted_paper_is_taken() {
        upload("business-licence", LICENCE);
        set("correction-asked", """
            [{"subject": "papers.business-licence", "code": "seal-unclear", "english": "unclear", "chinese": "不清"}]
            """);

        assertThat(owner.put(path("/handler-id"), "image/jpeg", LICENCE)
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("papers.not-asked");
        var before = java.time.Instant.now(java.time.Clock.systemUTC());
        assertThat(renewed(before)).isEmpty();
        upload("business-licence", OTHER_LICENCE);
        assertThat(renewed(before)).containsExactly(PaperKind.BUSINESS_LICENCE);
    }

    private java.util.Set<PaperKind> renewed(java.time.Instant since) {
        return transactions.asOperator(() -> papers.renewed(application, since));
    }

    @Test
    void a_paper_that_was_taken_back_counts_no_more() {
        upload("business-licence", LICENCE);

        assertThat(owner.client().delete(path("/business-licence")).status()).isEqualTo(204);
        assertThat(listed(owner))
                .extracting(one -> one.get("counts").asBoolean())
                .containsExactly(false);
        assertThat(owner.client()
                        .delete(path("/business-licence"))
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("papers.unknown");
    }

    @Test
    void nobody_elses_papers_are_there() {
        var paper = upload("business-licence", LICENCE);
        var stranger = as(tenants.create("Stranger").id(), Role.OWNER);

        String preview = path("/" + paper.get("id").asString() + "/preview");
        assertThat(stranger.client().get(path("")).json().get("code").asString())
                .isEqualTo("applications.unknown");
        assertThat(stranger.client().get(preview).json().get("code").asString()).isEqualTo("papers.unknown");
        assertThat(stranger.put(path("/business-licence"), "image/jpeg", OTHER_LICENCE)
                        .status())
                .isEqualTo(404);
        assertThat(as(shop, Role.VIEWER)
                        .put(path("/business-licence"), "image/jpeg", OTHER_LICENCE)
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_preview_bears_the_mark_of_whoever_looks() throws IOException {
        String id = upload("business-licence", LICENCE).get("id").asString();

        var own = owner.client().get(path("/" + id + "/preview"));
        var others = api.asOperator().get(path("/" + id + "/preview"));
        assertThat(own.header("Content-Type")).isEqualTo("image/jpeg");
        assertThat(own.header("Cache-Control")).contains("no-store");
        var picture = ImageIO.read(new ByteArrayInputStream(own.bytes()));
        assertThat(picture.getHeight()).isEqualTo(1_200);
        assertThat(own.bytes()).isNotEqualTo(others.bytes());
    }

    @Test
    void each_page_of_a_pdf_is_shown_and_no_other() throws IOException {
        String id = upload("application-form", pdf(2)).get("id").asString();

        var second = owner.client().get(path("/" + id + "/preview?page=2"));
        assertThat(ImageIO.read(new ByteArrayInputStream(second.bytes())).getHeight())
                .isEqualTo(1_600);
        assertThat(owner.client()
                        .get(path("/" + id + "/preview?page=3"))
                        .json()
                        .get("code")
                        .asString())
                .isEqualTo("papers.no-page");
    }

    @Test
    void only_the_operators_people_get_the_file_itself() {
        String id = upload("business-licence", LICENCE).get("id").asString();

        assertThat(owner.client().get(path("/" + id + "/file")).status()).isEqualTo(403);
        var file = api.asOperator().get(path("/" + id + "/file"));
        assertThat(file.bytes()).isEqualTo(LICENCE);
        assertThat(file.header("Content-Disposition")).startsWith("attachment");
    }

    @Test
    void the_very_same_file_of_another_enterprise_is_noticed() {
        byte[] file = jpeg(page(777, 999, List.of("共用 " + application)));
        upload("business-licence", file);
        assertThat(papers.usedElsewhere(application)).isEmpty();

        var other = tenants.create("Another").id();
        var before = application;
        application = begun(other);
        owner = as(other, Role.OWNER);
        upload("business-licence", file);
        assertThat(papers.usedElsewhere(application)).containsExactly(PaperKind.BUSINESS_LICENCE);
        assertThat(papers.usedElsewhere(before)).containsExactly(PaperKind.BUSINESS_LICENCE);
    }

    @Test
    void when_their_time_is_over_all_files_are_gone() {
        upload("business-licence", LICENCE);
        upload("business-licence", OTHER_LICENCE);

        assertThat(papers.shredAll(application)).isEqualTo(2);
        assertThat(stored()).isEmpty();
        assertThat(papers.shredAll(application)).isZero();
        assertThat(listed(owner))
                .allSatisfy(one -> assertThat(one.get("counts").asBoolean()).isFalse());
    }
}
