package org.hotline400.server.prompts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
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
        assertThat(Wavs.amplitude(prompt.samples(), 600)).isCloseTo(10_000, within(300.0));
        assertThat(owner.get("/api/v1/prompts").json().at("/items/0/name").asString())
                .isEqualTo("welcome");
        byte[] wav = owner.get("/api/v1/prompts/welcome/audio").bytes();
        assertThat(TelephoneAudio.ofWav(wav)).isEqualTo(prompt.samples());
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
