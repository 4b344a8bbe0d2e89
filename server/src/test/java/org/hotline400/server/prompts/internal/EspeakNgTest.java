package org.hotline400.server.prompts.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.SpeechSynthesis;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EspeakNgTest {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"ZH, '您好，欢迎致电贝安母婴用品店，请按1。'", "EN, 'Hello. You have called the mother and baby shop.'"})
    void speaksWhenTheProgramIsThere(Language language, String text) {
        SpeechSynthesis.Result result = new EspeakNg().speak(text, language);
        assumeThat(result).as("espeak-ng is installed").isNotInstanceOf(SpeechSynthesis.NoSynthesizer.class);

        short[] heard = TelephoneAudio.ofUpload(((SpeechSynthesis.Spoken) result).audio());

        assertThat(heard.length / 8).isBetween(1_500, 8_000);
        float[] speech = new float[heard.length];
        for (int i = 0; i < speech.length; i++) {
            speech[i] = heard[i] / 32_768f;
        }
        assertThat(10 * Math.log10(Loudness.activePower(speech))).isBetween(-20.0, -16.5);
    }

    @Test
    void whereNothingCanSpeakThePackageIsNamed() {
        var result = new EspeakNg(folder::toString, LIMIT).speak("hello", Language.EN);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SpeechSynthesis.NoSynthesizer.class,
                        none -> assertThat(none.fix()).contains("apt-get install espeak-ng"));
    }

    @Test
    void theTextIsNeverAnArgumentAndHoldsNoPhonemes() throws IOException {
        Path seen = folder.resolve("seen");
        program("printf '%s\\n' \"$@\" > " + seen + ".args; cat > " + seen + "; printf RIFF > \"${10}\"");

        var result = new EspeakNg(folder::toString, LIMIT).speak("-w /etc/passwd; $(reboot) [[h@]]", Language.EN);

        assertThat(result).isInstanceOf(SpeechSynthesis.Spoken.class);
        assertThat(Files.readString(folder.resolve("seen.args")))
                .doesNotContain("passwd")
                .contains("en-us");
        assertThat(Files.readString(seen)).isEqualTo("-w /etc/passwd; $(reboot)   h@  ");
    }

    @Test
    void chineseDigitsAndWordsWithTwoReadingsAreSpeltOut() throws IOException {
        Path seen = folder.resolve("seen");
        program("cat > " + seen + "; printf RIFF > \"${10}\"");

        new EspeakNg(folder::toString, LIMIT).speak("银行请按1", Language.ZH);

        assertThat(Files.readString(seen)).isEqualTo(" yin2 hang2 请按一");
    }

    @Test
    void aProgramThatHangsIsEnded() throws IOException {
        program("exec sleep 60");

        var result = new EspeakNg(folder::toString, Duration.ofMillis(300)).speak("hello", Language.EN);

        assertThat(result)
                .isInstanceOfSatisfying(
                        SpeechSynthesis.Failed.class,
                        failed -> assertThat(failed.why()).contains("did not finish"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aProgramThatFailsIsNoSpeech(Language language) throws IOException {
        program("exit 3");

        assertThat(new EspeakNg(folder::toString, LIMIT).speak("hello", language))
                .isEqualTo(new SpeechSynthesis.Failed("espeak-ng ended with exit code 3"));
    }

    @Test
    void anEmptyOrEndlessTextIsRefused() {
        var espeak = new EspeakNg(folder::toString, LIMIT);

        assertThatIllegalArgumentException().isThrownBy(() -> espeak.speak(" ", Language.ZH));
        assertThatIllegalArgumentException().isThrownBy(() -> espeak.speak("a".repeat(1_001), Language.ZH));
    }

    private void program(String script) throws IOException {
        Path program = folder.resolve("espeak-ng");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
