package org.hotline400.server.prompts.internal;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotline400.server.prompts.Language;
import org.hotline400.server.prompts.SpeechSynthesis;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Fallback;
import org.springframework.stereotype.Component;

/// Speech from espeak-ng, found on the PATH. It is under the GPL: it runs as a program of its own and is no
/// part of this product. The text goes in through its standard input, never as an argument.
@Component
@Fallback
class EspeakNg implements SpeechSynthesis {
    private static final String PROGRAM = "espeak-ng";
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int MOST_AT_ONCE = 2;
    /// `[[…]]` would be read as phonemes, and what is no text has no sound.
    private static final Pattern NO_TEXT = Pattern.compile("[\\[\\]<>\\p{Cntrl}]");

    private final Supplier<String> path;
    private final Duration limit;
    private final Semaphore running = new Semaphore(MOST_AT_ONCE);
    private final Readings readings = new Readings();

    @Autowired
    EspeakNg() {
        this(() -> Optional.ofNullable(System.getenv("PATH")).orElse(""), LIMIT);
    }

    /// @param path folders to find the program in, as in PATH
    EspeakNg(Supplier<String> path, Duration limit) {
        this.path = path;
        this.limit = limit;
    }

    @Override
    public Result speak(String text, Language language) {
        if (text.isBlank() || text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a text to be spoken has 1 to " + MOST_CHARACTERS + " characters");
        }
        Optional<Path> program = program();
        if (program.isEmpty()) {
            return new NoSynthesizer(
                    "install the Debian package espeak-ng (apt-get install espeak-ng); no restart needed");
        }
        return inTurn(program.get(), text, language);
    }

    /// Looked for at each use: an installation helps at once.
    private Optional<Path> program() {
        return Stream.of(path.get().split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, PROGRAM))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Result inTurn(Path program, String text, Language language) {
        try {
            if (!running.tryAcquire(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Failed("too many texts are being spoken at once; try again soon");
            }
            try {
                return run(program, text, language);
            } finally {
                running.release();
            }
        } catch (IOException e) {
            return new Failed("espeak-ng cannot be run: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed("the server is stopping");
        }
    }

    private Result run(Path program, String text, Language language) throws IOException, InterruptedException {
        Path input = Files.createTempFile("speech", ".txt");
        Path output = Files.createTempFile("speech", ".wav");
        try {
            Files.writeString(input, words(text, language), StandardCharsets.UTF_8);
            Process process = new ProcessBuilder(command(program, language, output))
                    .redirectInput(input.toFile())
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return await(process, output);
        } finally {
            Files.deleteIfExists(input);
            Files.deleteIfExists(output);
        }
    }

    /// Numbers and dates of English it reads well itself.
    private String words(String text, Language language) {
        String clean = NO_TEXT.matcher(text).replaceAll(" ");
        return switch (language) {
            case ZH -> readings.apply(Readings.spellDigits(clean));
            case EN -> clean;
        };
    }

    /// The same voices and speeds as those of the prompts in the jar (make-prompts.sh). `-b 1` is UTF-8.
    private static List<String> command(Path program, Language language, Path output) {
        String voice = language == Language.ZH ? "cmn-latn-pinyin" : "en-us";
        String speed = language == Language.ZH ? "150" : "145";
        return List.of(
                program.toString(),
                "-v",
                voice,
                "-s",
                speed,
                "-p",
                "45",
                "-b",
                "1",
                "-w",
                output.toString(),
                "--stdin");
    }

    private Result await(Process process, Path output) throws IOException, InterruptedException {
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return new Failed("espeak-ng did not finish within " + limit.toSeconds() + " seconds");
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0 || Files.size(output) == 0) {
            return new Failed("espeak-ng ended with exit code " + process.exitValue());
        }
        return new Spoken(Files.readAllBytes(output));
    }
}
