package org.hotline400.server.prompts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.Arrays;
import org.hotline400.server.identity.ApiKeyOrder;
import org.hotline400.server.identity.ApiKeys;
import org.hotline400.server.identity.Role;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.InvalidAudioException;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.PromptLibrary;
import org.hotline400.server.prompts.PromptName;
import org.hotline400.server.prompts.Prompts;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServerTest
class PromptApiTest {
    private static final PromptName WELCOME = new PromptName("welcome");

    @Autowired
    private Prompts prompts;

    @Autowired
    private PromptLibrary library;

    @Autowired
    private Tenants tenants;

    @Autowired
    private ApiKeys keys;

    @Autowired
    private Api api;

    private TenantId shop;
    private String token;
    private Api.Client owner;

    @BeforeEach
    void aShop() {
        shop = tenants.create("Mother and baby").id();
        var principal = tenants.addPrincipal(shop, "Ms Example", Role.OWNER);
        token = keys.issue(ApiKeyOrder.unlimited(shop, principal, "test")).token();
        owner = api.with(token);
    }

    private int put(String path, byte[] wav) throws IOException, InterruptedException {
        // Tomcat takes no body above 4 KiB along with the upgrade to HTTP/2 that the client would ask for.
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            var request = HttpRequest.newBuilder(api.uri(path))
                    .header("Authorization", "Bearer " + token)
                    .header("Content-Type", "audio/wav")
                    .PUT(HttpRequest.BodyPublishers.ofByteArray(wav))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    @Test
    void anUploadedPromptIsPlayedAtOnce() throws Exception {
        assertThat(put("/api/v1/prompts/welcome?text=Hello", Wavs.tone(600, 16_000, 2, 1)))
                .isEqualTo(200);

        var prompt = prompts.find(shop, WELCOME, Language.ZH).orElseThrow();
        assertThat(prompt.text()).isEqualTo("Hello");
        // −18 dBFS, as every prompt.
        assertThat(Wavs.amplitude(prompt.samples(), 600)).isCloseTo(5_834, within(100.0));
        assertThat(owner.get("/api/v1/prompts").json().at("/items/0/name").asString())
                .isEqualTo("welcome");
        byte[] wav = owner.get("/api/v1/prompts/welcome/audio").bytes();
        assertThat(TelephoneAudio.ofFile(wav)).isEqualTo(prompt.samples());
    }

    @Test
    void aBadUploadChangesNothing() throws Exception {
        put("/api/v1/prompts/welcome", Wavs.tone(600, 8_000, 1, 1));

        assertThat(put("/api/v1/prompts/welcome", new byte[] {1, 2, 3})).isEqualTo(422);
        assertThat(put("/api/v1/prompts/Wel_come", Wavs.tone(600, 8_000, 1, 1))).isEqualTo(400);
        assertThat(put("/api/v1/prompts/welcome", new byte[16 * 1_024 * 1_024 + 1]))
                .isEqualTo(413);
        assertThat(put("/api/v1/prompts/welcome?language=fr", Wavs.tone(600, 8_000, 1, 1)))
                .isEqualTo(400);

        assertThat(prompts.find(shop, WELCOME, Language.ZH).orElseThrow().samples())
                .hasSize(8_000);
    }

    @Test
    void anMp3IsPlayedToo() throws Exception {
        byte[] mp3;
        try (var in = PromptApiTest.class.getResourceAsStream("/prompts/mp3/vbr-44k.mp3")) {
            mp3 = in.readAllBytes();
        }

        assertThat(put("/api/v1/prompts/welcome", mp3)).isEqualTo(200);

        short[] heard = prompts.find(shop, WELCOME, Language.ZH).orElseThrow().samples();
        short[] middle = Arrays.copyOfRange(heard, heard.length / 2 - 800, heard.length / 2 + 800);
        assertThat(Wavs.amplitude(middle, 1_000)).isCloseTo(5_834, within(300.0));
    }

    @Test
    void everyVersionStaysWithWhoWhenAndWhyAndCanBePlayedAgain() throws Exception {
        put("/api/v1/prompts/welcome?text=Old&note=first%20try", Wavs.tone(600, 8_000, 1, 1));
        put("/api/v1/prompts/welcome?text=New", Wavs.tone(900, 8_000, 1, 2));

        var restored = owner.post("/api/v1/prompts/welcome/versions/1/restore", "");

        assertThat(restored.status()).isEqualTo(200);
        var played = prompts.find(shop, WELCOME, Language.ZH).orElseThrow();
        assertThat(played.text()).isEqualTo("Old");
        assertThat(played.samples()).hasSize(8_000);
        var versions = owner.get("/api/v1/prompts/welcome/versions").json().at("/items");
        assertThat(versions.size()).isEqualTo(3);
        assertThat(versions.at("/0/version").asInt()).isEqualTo(3);
        assertThat(versions.at("/0/current").asBoolean()).isTrue();
        assertThat(versions.at("/0/note").asString()).contains("version 1 again");
        assertThat(versions.at("/1/current").asBoolean()).isFalse();
        assertThat(versions.at("/1/lengthMs").asInt()).isEqualTo(2_000);
        assertThat(versions.at("/2/note").asString()).isEqualTo("first try");
        assertThat(versions.at("/2/storedBy").asString()).isEqualTo("Ms Example");
        assertThat(Instant.parse(versions.at("/2/storedAt").asString()))
                .isBetween(Instant.now().minusSeconds(300), Instant.now().plusSeconds(5));
        byte[] second = owner.get("/api/v1/prompts/welcome/versions/2/audio").bytes();
        assertThat(Wavs.amplitude(TelephoneAudio.ofFile(second), 900)).isCloseTo(5_834, within(100.0));
        assertThat(owner.post("/api/v1/prompts/welcome/versions/9/restore", "").status())
                .isEqualTo(404);
        assertThat(owner.get("/api/v1/prompts/welcome/versions/9/audio").status())
                .isEqualTo(404);
        assertThat(owner.get("/api/v1/prompts/nothing/versions").status()).isEqualTo(404);
    }

    @Test
    void aDeletedPromptCanBeBroughtBackAndOnlyTheLastTwentyVersionsStay() {
        for (int i = 1; i <= 22; i++) {
            library.put(shop, upload(0.1 * i));
        }
        assertThat(owner.delete("/api/v1/prompts/welcome").status()).isEqualTo(204);

        var versions = library.versions(shop, WELCOME, Language.ZH);
        assertThat(versions).hasSize(20).noneMatch(PromptLibrary.Version::current);
        assertThat(versions.getLast().number()).isEqualTo(3);
        assertThat(library.restore(shop, WELCOME, Language.ZH, 22, "test")).isPresent();
        assertThat(prompts.find(shop, WELCOME, Language.ZH).orElseThrow().length())
                .hasMillis(2_200);
    }

    @Test
    void textIsSpokenWhereAProgramCanAndElseThePackageIsNamed() {
        var answer = owner.post("/api/v1/prompts/welcome/speech", """
                {"text": "您好，欢迎致电。", "note": "spoken"}""");

        if (answer.status() == 503) {
            assertThat(answer.json().at("/code").asString()).isEqualTo("prompts.no-synthesizer");
            assertThat(answer.json().at("/detail").asString()).contains("apt-get install espeak-ng");
            assertThat(prompts.find(shop, WELCOME, Language.ZH)).isEmpty();
        } else {
            assertThat(answer.status()).isEqualTo(200);
            var prompt = prompts.find(shop, WELCOME, Language.ZH).orElseThrow();
            assertThat(prompt.text()).isEqualTo("您好，欢迎致电。");
            assertThat(prompt.length().toMillis()).isBetween(1_000L, 5_000L);
        }
    }

    @Test
    void whatCannotBeSpokenChangesNothing() {
        assertThat(owner.post("/api/v1/prompts/welcome/speech", "{}").status()).isEqualTo(400);
        assertThat(owner.post("/api/v1/prompts/welcome/speech", "{\"text\": \" \"}")
                        .status())
                .isEqualTo(400);
        assertThat(owner.post("/api/v1/prompts/welcome/speech", "{\"text\": \"" + "a".repeat(1_001) + "\"}")
                        .status())
                .isEqualTo(400);
        assertThat(owner.post("/api/v1/prompts/welcome/speech", "{\"text\": \"x\\u0000\"}")
                        .status())
                .isEqualTo(400);
        assertThat(owner.post("/api/v1/prompts/welcome/speech", """
                {"text": "hi", "language": "fr"}""").status()).isEqualTo(400);
        assertThat(api.as(shop, Role.VIEWER)
                        .post("/api/v1/prompts/welcome/speech", "{\"text\": \"hi\"}")
                        .status())
                .isEqualTo(403);

        assertThat(prompts.find(shop, WELCOME, Language.ZH)).isEmpty();
    }

    @Test
    void aNewVersionReplacesTheOldAndADeletedPromptIsGone() {
        for (int i = 1; i <= 8; i++) {
            library.put(shop, upload(0.1 * i));
        }
        assertThat(prompts.find(shop, WELCOME, Language.ZH).orElseThrow().length())
                .hasMillis(800);

        assertThat(owner.delete("/api/v1/prompts/welcome").status()).isEqualTo(204);

        assertThat(prompts.find(shop, WELCOME, Language.ZH)).isEmpty();
        assertThat(owner.delete("/api/v1/prompts/welcome").status()).isEqualTo(404);
    }

    @Test
    void noTenantHearsOrDeletesThePromptsOfAnother() {
        library.put(shop, upload(1));
        TenantId rival = tenants.create("Rival").id();

        assertThat(prompts.find(rival, WELCOME, Language.ZH)).isEmpty();
        assertThat(api.as(rival, Role.OWNER).get("/api/v1/prompts/welcome").status())
                .isEqualTo(404);
        assertThat(api.as(rival, Role.OWNER).delete("/api/v1/prompts/welcome").status())
                .isEqualTo(404);
        assertThat(api.as(rival, Role.OWNER)
                        .get("/api/v1/prompts/welcome/versions")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(rival, Role.OWNER)
                        .get("/api/v1/prompts/welcome/versions/1/audio")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(rival, Role.OWNER)
                        .post("/api/v1/prompts/welcome/versions/1/restore", "")
                        .status())
                .isEqualTo(404);
        assertThat(api.as(shop, Role.VIEWER).delete("/api/v1/prompts/welcome").status())
                .isEqualTo(403);
        assertThat(prompts.find(shop, WELCOME, Language.ZH)).isPresent();
    }

    @Test
    void anEnterpriseHasBoundedRoom() {
        for (int i = 0; i < 4; i++) {
            library.put(
                    shop, new PromptLibrary.Upload(new PromptName("music-" + i), Language.ZH, minutes(10), "", "t"));
        }

        assertThatThrownBy(() -> library.put(shop, upload(1)))
                .isInstanceOf(InvalidAudioException.class)
                .hasMessageContaining("40 minutes");

        library.put(shop, new PromptLibrary.Upload(new PromptName("music-0"), Language.ZH, minutes(1), "", "t"));
        library.put(shop, upload(1));
        assertThat(library.list(shop)).hasSize(5);
    }

    private static byte[] minutes(int minutes) {
        return Wavs.file(6, 1, 8_000, 8, new byte[minutes * 60 * 8_000]);
    }

    private static PromptLibrary.Upload upload(double seconds) {
        return new PromptLibrary.Upload(WELCOME, Language.ZH, Wavs.tone(600, 8_000, 1, seconds), "", "test");
    }
}
