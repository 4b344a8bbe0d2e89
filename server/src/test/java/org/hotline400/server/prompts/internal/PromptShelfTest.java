package org.hotline400.server.prompts.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.Prompt;
import org.hotline400.server.prompts.PromptName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class PromptShelfTest {
    private static final TenantId SHOP = new TenantId(new UUID(1, 1));
    private static final TenantId SCHOOL = new TenantId(new UUID(2, 2));

    private final PromptShelf shelf = new PromptShelf();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "unknown-number",
                "not-in-service",
                "busy",
                "no-answer",
                "unreachable",
                "goodbye",
                "recording-notice",
                "wrong-key",
                "no-key",
                "voicemail",
                "closed",
                "failure",
                "please-wait",
                "connecting",
                "press-1-to-accept",
                "enter-pin",
                "wrong-pin",
                "enter-digits",
                "survey-question",
                "survey-thanks",
                "blacklisted",
                "too-many-calls",
                "suspended",
                "opt-out-recording"
            })
    void theSystemSpeaksBothLanguagesToEverybody(String name) {
        for (Language language : Language.values()) {
            Prompt prompt =
                    shelf.find(SHOP, new PromptName("system-" + name), language).orElseThrow();
            assertThat(prompt.language()).isEqualTo(language);
            assertThat(prompt.text()).isNotBlank();
            assertThat(prompt.length().toMillis()).isBetween(800L, 15_000L);
        }
    }

    @Test
    void whoIsHeldHearsMusicInAnyLanguageThatHisHostMayReplace() {
        var name = new PromptName("system-hold-music");
        for (Language language : Language.values()) {
            Prompt music = shelf.find(SHOP, name, language).orElseThrow();
            assertThat(music.length()).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(40));
        }
        put(SHOP, "system-hold-music", Language.EN);
        assertThat(shelf.find(SHOP, name, Language.ZH).orElseThrow().length()).isLessThan(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void systemPromptsAreLoudEnoughAndNotClipped(Language language) {
        shelf.system().filter(p -> p.language() == language).forEach(prompt -> {
            short[] samples = prompt.samples();
            double power = IntStream.range(0, samples.length)
                    .mapToDouble(i -> (double) samples[i] * samples[i])
                    .average()
                    .orElseThrow();
            double dbfs = 10 * Math.log10(power / (32_768.0 * 32_768.0));
            assertThat(dbfs).as(prompt.name().value()).isBetween(-19.0, -15.0);
            long clipped = IntStream.range(0, samples.length)
                    .filter(i -> Math.abs(samples[i]) >= 32_256)
                    .count();
            assertThat(clipped).as(prompt.name().value()).isLessThan(samples.length / 1_000);
        });
    }

    @Test
    void wordsThatArePutTogetherAreShortAndBeginAndEndAtOnce() {
        shelf.system()
                .filter(prompt -> prompt.name().value().startsWith("system-say-"))
                .forEach(prompt -> {
                    short[] samples = prompt.samples();
                    String which = prompt.name() + " " + prompt.language();
                    assertThat(prompt.length()).as(which).isBetween(Duration.ofMillis(120), Duration.ofMillis(1_200));
                    assertThat(Wavs.power(Arrays.copyOf(samples, 800)))
                            .as(which)
                            .isGreaterThan(10_000);
                    assertThat(Wavs.power(Arrays.copyOfRange(samples, samples.length - 1_000, samples.length)))
                            .as(which)
                            .isGreaterThan(1_000);
                });
    }

    @Test
    void aTenantsOwnPromptComesBeforeTheSystems() {
        put(SHOP, "system-closed", Language.EN);

        assertThat(text(SHOP, "system-closed", Language.EN)).isEqualTo("own");
        assertThat(text(SHOP, "system-closed", Language.ZH)).isEqualTo("own");
        assertThat(text(SCHOOL, "system-closed", Language.EN)).isNotEqualTo("own");
    }

    @Test
    void anotherLanguageIsBetterThanSilence() {
        put(SHOP, "welcome", Language.ZH);

        assertThat(text(SHOP, "welcome", Language.EN)).isEqualTo("own");
        assertThat(shelf.find(SCHOOL, new PromptName("welcome"), Language.ZH)).isEmpty();
    }

    private void put(TenantId tenant, String name, Language language) {
        PromptName promptName = new PromptName(name);
        Prompt prompt = new Prompt(promptName, language, new short[160], "own");
        shelf.replace(Map.of(new PromptShelf.Key(tenant, promptName, language), prompt));
    }

    private String text(TenantId tenant, String name, Language language) {
        return shelf.find(tenant, new PromptName(name), language).orElseThrow().text();
    }
}
